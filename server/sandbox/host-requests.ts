/**
 * What the pattern of one run has asked of the host: questions are answered at once, requests in a
 * later command of the run. A guest has a budget of its own; one that asks for more is not ours.
 */
import pLimit from 'p-limit';
import { grantBounds } from '../protocol/permissions.ts';
import type { GuestMessage, TicketReply } from '../protocol/wire.ts';
import type { HostPowers } from './api.ts';

type Ask = Extract<GuestMessage, { type: 'ask' }>;

export interface HostRequests {
  /** Takes what the guest asks; false when it may not ask at all. */
  readonly take: (ask: Ask) => boolean;
  /**
   * The replies that have come, as soon as there is one; null when nothing is asked for. Once the
   * time is over, what is left fails.
   */
  readonly replies: (milliseconds: number) => Promise<readonly TicketReply[] | null>;
  /** Gives up everything. Idempotent. */
  readonly end: () => void;
}

/** Makes the table of one run. */
export function makeHostRequests(
  host: HostPowers | undefined,
  replyNow: (reply: TicketReply) => void,
): HostRequests {
  const ending = new AbortController();
  const limit = pLimit(grantBounds.concurrentRequests);
  let asks = 0;
  let outstanding = 0;
  let arrived: TicketReply[] = [];
  let wake = (): void => undefined;
  /** One for each request that waits or is at work. */
  const open = new Set<AbortController>();
  const giveUp = (): void => open.forEach((each) => each.abort());

  const request = async (ask: Ask, powers: HostPowers): Promise<void> => {
    outstanding += 1;
    const own = new AbortController();
    open.add(own);
    const reply = await limit(() => powers.perform(ask.request, own.signal));
    open.delete(own);
    outstanding -= 1;
    arrived.push({ ticket: ask.ticket, reply });
    wake();
  };

  return Object.freeze<HostRequests>({
    take: (ask) => {
      asks += 1;
      if (host === undefined || asks > grantBounds.requests) return false;
      if (ask.request.kind === 'fetch') void request(ask, host);
      else {
        const { ticket } = ask;
        void host.perform(ask.request, ending.signal).then((reply) => replyNow({ ticket, reply }));
      }
      return true;
    },
    replies: async (milliseconds) => {
      if (arrived.length === 0) {
        if (outstanding === 0 || ending.signal.aborted) return null;
        const timer = setTimeout(giveUp, Math.max(0, milliseconds));
        await new Promise<void>((resolve) => (wake = resolve));
        clearTimeout(timer);
      }
      const taken = arrived;
      arrived = [];
      return ending.signal.aborted ? null : taken;
    },
    end: () => {
      ending.abort();
      giveUp();
      wake();
    },
  });
}
