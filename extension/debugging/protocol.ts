/** As much of the debug adapter protocol as a session needs that leaves the debugging to another. */
import type * as vscode from 'vscode';
import * as v from 'valibot';

export const Request = v.looseObject({
  type: v.literal('request'),
  seq: v.number(),
  command: v.string(),
  arguments: v.optional(v.unknown()),
});
export type Request = v.InferOutput<typeof Request>;

export type OutputCategory = 'stderr' | 'stdout' | 'console';

/** Where a line was printed, as the protocol counts: from 1. */
export interface OutputPlace {
  readonly source: { readonly path: string };
  readonly line: number;
  readonly column: number;
}

/** Sends the messages of one adapter, numbered. */
export interface Speaker {
  readonly answer: (request: Request, body?: object) => void;
  readonly refuse: (request: Request, text: string) => void;
  readonly event: (event: string, body?: object) => void;
  /** A line in the debug console. */
  readonly say: (text: string, category?: OutputCategory, place?: OutputPlace) => void;
}

export function makeSpeaker(emit: (message: vscode.DebugProtocolMessage) => void): Speaker {
  let seq = 0;
  const send = (message: object): void => emit({ ...message, seq: (seq += 1) });
  const event = (name: string, body?: object): void => {
    send({ type: 'event', event: name, ...(body && { body }) });
  };
  const respond = ({ seq: requestSeq, command }: Request, rest: object): void => {
    send({ type: 'response', request_seq: requestSeq, command, ...rest });
  };
  return Object.freeze<Speaker>({
    event,
    answer: (request, body) => respond(request, { success: true, ...(body && { body }) }),
    refuse: (request, text) => respond(request, { success: false, message: text }),
    say: (text, category = 'console', place) =>
      event('output', { category, output: `${text}\n`, ...place }),
  });
}
