/**
 * What a pattern asks of the host where the user has allowed some of it. The host checks each
 * request against the rules; without any rule nothing is sent.
 */
import {
  requestsExhausted,
  permissionRefused,
  networkRefused,
} from '../protocol/messages/permissions.ts';
import { grantBounds } from '../protocol/permissions.ts';
import type { Granted, HostReply, HostRequest, Refusal, TicketReply } from '../protocol/wire.ts';
import { makeRefusal } from './refusals.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

type PermissionRefusal = Extract<Refusal, { kind: 'permission' }>;
type FetchRequest = Extract<HostRequest, { kind: 'fetch' }>;

/** What came back: a value, or the error to throw. */
export type Outcome<Value> = { readonly value: Value } | { readonly error: Error };

export interface HostCalls {
  /** What rules there are; nothing before the run is open. */
  readonly granted: () => Granted;
  /** Reads a data file, at once. */
  readonly read: (path: string) => Outcome<string>;
  /**
   * Sends a request; the outcome comes in a later turn, unless it is known already. `error` was made
   * by the one who asks and has his frames; it becomes the error of the outcome.
   */
  readonly fetch: (
    request: FetchRequest,
    onOutcome: (outcome: Outcome<ResponseReply>) => void,
    error: Error,
  ) => void;
  /** Brings replies of the host to those who wait for them. */
  readonly deliver: (replies: readonly TicketReply[]) => void;
}

export type ResponseReply = Extract<HostReply, { kind: 'response' }>;

export interface HostCallParts {
  readonly granted: () => Granted | undefined;
  readonly send: (message: { type: 'ask'; ticket: number; request: HostRequest }) => void;
  /** Waits for the answer to a question that was just sent. */
  readonly awaitReply: () => string;
  /** Tells the trace that something was allowed. */
  readonly onGranted: (scope: string, target: string) => void;
}

/** The host answers a question with what was asked for, or not at all. */
const unexpected = { code: '', text: guestWords.unexpected };

const nothing: Granted = Object.freeze({
  net: false,
  read: false,
  env: false,
  environment: Object.freeze({}),
});

/** The error of a refusal, which the host and the trace know by its tag. */
export function refusalError(refusal: PermissionRefusal, error?: Error): Error {
  const { scope, target, reason } = refusal;
  const about = { scope, target, ...(reason === undefined ? {} : { reason }) };
  const message = scope === 'network' ? networkRefused(about) : permissionRefused(about);
  return makeRefusal(refusal, message, error);
}

/** The error of a reply that brings nothing; `error` was made where the pattern asked. */
function errorFrom(reply: HostReply, error: Error): Error {
  if (reply.kind === 'refused') return refusalError(reply.refusal, error);
  const { code, text } = reply.kind === 'failed' ? reply : unexpected;
  Object.defineProperty(error, 'message', { value: text, configurable: true });
  Object.defineProperty(error, 'code', { value: code, configurable: true });
  return error;
}

/** Makes the calls of one run. */
export function makeHostCalls(parts: HostCallParts): HostCalls {
  const waiting = new Map<number, (reply: HostReply) => void>();
  const granted = (): Granted => parts.granted() ?? nothing;
  let tickets = 0;

  /** The next ticket; an error once the budget of the run is used up. */
  const ticket = (error?: Error): number | Error => {
    tickets += 1;
    if (tickets <= grantBounds.requests) return tickets;
    const value = grantBounds.requests;
    const refusal = { kind: 'limit', limit: 'host.requests', value, used: tickets } as const;
    return makeRefusal(refusal, requestsExhausted({ limit: value }), error);
  };

  return Object.freeze<HostCalls>({
    granted,
    read: (path) => {
      const number = ticket();
      if (typeof number !== 'number') return { error: number };
      const target = path.slice(0, grantBounds.ruleLength);
      parts.send({ type: 'ask', ticket: number, request: { kind: 'read', path: target } });
      const { reply } = JSON.parse(parts.awaitReply()) as TicketReply;
      if (reply.kind !== 'refused') parts.onGranted('read', target);
      return reply.kind === 'text'
        ? { value: reply.text }
        : { error: errorFrom(reply, new Error()) };
    },
    fetch: (request, onOutcome, error) => {
      const number = ticket(error);
      if (typeof number !== 'number') {
        onOutcome({ error: number });
        return;
      }
      parts.send({ type: 'ask', ticket: number, request });
      waiting.set(number, (reply) => {
        if (reply.kind !== 'refused') parts.onGranted('network', request.url);
        onOutcome(
          reply.kind === 'response' ? { value: reply } : { error: errorFrom(reply, error) },
        );
      });
    },
    deliver: (replies) => {
      for (const { ticket: number, reply } of replies) {
        const settle = waiting.get(number);
        waiting.delete(number);
        settle?.(reply);
      }
    },
  });
}
