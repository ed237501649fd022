/** Refusals with a sentence of the message table, the server's and our own in one shape. */
import * as v from 'valibot';
import type { Message } from '../server/protocol/index.ts';

const Refusal = v.object({ data: v.object({ code: v.string() }) });

/** An error that says the message and carries its code, as the server's refusals do. */
export function refusal({ text, code }: Message): Error {
  return Object.assign(new Error(text), { data: { code } });
}

/** The message code of a refusal; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  const parsed = v.safeParse(Refusal, error);
  return parsed.success ? parsed.output.data.code : undefined;
}

export function textOfError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
