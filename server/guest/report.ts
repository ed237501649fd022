/** What one turn tells the host besides its answer: failures, counted and bounded. */
import { failuresTruncated, resultTooDeep, resultTooLarge } from '../protocol/messages/limits.ts';
import type { Message } from '../protocol/messages/message.ts';
import type { Failure, GuestMessage, Origin, Phase, ThrownRecord } from '../protocol/wire.ts';
import type { EncodeLimit } from './encode.ts';
import type { Registers } from './registers.ts';
import type { Describe } from './thrown.ts';

/** Failures sent of one turn; a loop that fails for ever must not flood the host. */
const MAX_FAILURES = 100;

export interface ThrownContext {
  readonly phase: Phase;
  readonly thrown: unknown;
  readonly origin?: Origin | null;
  readonly stream?: string | null;
}

/** What a finding of the sandbox is about. */
export interface About {
  readonly stream?: string;
  readonly origin?: Origin | null;
}

export interface Reporter {
  readonly startTurn: () => void;
  /** Reports what authored code threw. */
  readonly thrown: (context: ThrownContext) => void;
  /** Reports something that the sandbox itself found. */
  readonly own: (phase: Phase, name: string, message: Message, about?: About) => void;
  /** Reports that a result is too large or too deep; `origin` is the pattern that gave it. */
  readonly encodeLimit: (limit: EncodeLimit, origin: Origin | null) => void;
  /** Reports on behalf of one of several participants. */
  readonly forParticipant: (name: string) => Reporter;
}

const bare = (name: string, { text, code }: Message): ThrownRecord => ({
  kind: 'error',
  name,
  message: text,
  code,
  frames: [],
  cause: null,
  errors: [],
  refusal: null,
});

/** Makes the reporter of one run. */
export function makeReporter(
  send: (message: GuestMessage) => void,
  describe: Describe,
  lastSeen: Registers['lastSeen'],
): Reporter {
  let count = 0;

  const report = (participant: string | undefined, failure: Failure): void => {
    count += 1;
    if (count <= MAX_FAILURES)
      send({
        type: 'failure',
        failure: participant === undefined ? failure : { ...failure, participant },
      });
    if (count !== MAX_FAILURES + 1) return;
    const { text } = failuresTruncated({ limit: MAX_FAILURES });
    send({ type: 'console', level: 'warn', text, frames: [] });
  };

  const own =
    (participant: string | undefined): Reporter['own'] =>
    (phase, name, message, { stream, origin } = {}) => {
      report(participant, {
        phase,
        thrown: bare(name, message),
        origin: origin ?? null,
        stream: stream ?? null,
        own: true,
      });
    };

  const reporterOf = (participant?: string): Reporter =>
    Object.freeze<Reporter>({
      startTurn: () => {
        count = 0;
      },
      thrown: ({ phase, thrown, origin, stream }) => {
        const described = describe(thrown);
        const { module, site } = lastSeen();
        // A rejection is reported long after its throw; by then other code was seen.
        const near = described.frames.length === 0 && phase !== 'rejection' && module !== null;
        report(participant, {
          phase,
          thrown: described,
          origin: origin ?? null,
          stream: stream ?? null,
          ...(near ? { site: { module, site } } : {}),
        });
      },
      own: own(participant),
      encodeLimit: ({ limit, value, used }, origin) => {
        const message =
          limit === 'result.bytes'
            ? resultTooLarge({ limitBytes: value, usedBytes: Math.round(used) })
            : resultTooDeep({ limitDepth: value });
        const refusal = { kind: 'limit', limit, value, used } as const;
        const thrown = { ...bare('ResourceLimitError', message), refusal };
        report(participant, { phase: 'render', thrown, origin, stream: null });
      },
      forParticipant: reporterOf,
    });

  return reporterOf();
}
