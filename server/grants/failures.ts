/** What goes wrong with something that was asked for, as the reply that says so. */
import { grantBounds, requestFailed } from '../protocol/index.ts';
import type { Message, RefusalReason } from '../protocol/index.ts';
import type { HostReply } from '../protocol/wire.ts';
import { reasonWords } from '../protocol/messages/reason-words.ts';

/** Not allowed: the scope, what was asked for and why not. */
export function refused(scope: string, target: string, reason: RefusalReason): HostReply {
  const short = target.slice(0, 255);
  return { kind: 'refused', refusal: { kind: 'permission', scope, target: short, reason } };
}

/** Allowed, but it did not work. */
export function failed({ code, text }: Message): HostReply {
  return { kind: 'failed', code, text };
}

/** Ends a request with a reply of its own. */
export class Ended extends Error {
  constructor(readonly reply: HostReply) {
    super(reply.kind);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: reasonWords.nothingAnswers,
  ENOTFOUND: reasonWords.noHost,
  EAI_AGAIN: reasonWords.noLookUp,
  ECONNRESET: reasonWords.connectionLost,
  ABORT_ERR: reasonWords.noWholeAnswer(grantBounds.requestMs / 1000),
};

/** The reply for whatever a request ended with. */
export function replyOf(error: unknown, target: string): HostReply {
  if (error instanceof Ended) return error.reply;
  const name = (error as { code?: unknown } | null)?.code;
  const code =
    typeof name === 'string' && /^[A-Z_]{1,40}$/.test(name) ? name : reasonWords.unknownKind;
  const reason = reasons[code] ?? reasonWords.connectionFailed(code);
  return failed(requestFailed({ target, reason }));
}
