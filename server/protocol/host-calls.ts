/** What a pattern may ask of the host where a rule of the user allows it, and the answers. */
import * as v from 'valibot';
import { grantBounds } from './permissions.ts';
import type { Refusal } from './wire.ts';

const Short = v.pipe(v.string(), v.maxLength(grantBounds.ruleLength));

/** What a pattern may ask of the host where a rule allows it. */
export const HostRequest = v.variant('kind', [
  v.object({ kind: v.literal('read'), path: Short }),
  v.object({
    kind: v.literal('fetch'),
    url: Short,
    method: v.pipe(v.string(), v.maxLength(16)),
    headers: v.pipe(v.array(v.tuple([Short, Short])), v.maxLength(64)),
    /** The body in base64; its bytes are bounded. */
    body: v.nullable(v.pipe(v.string(), v.maxLength(grantBounds.requestBytes * 1.4))),
  }),
]);
export type HostRequest = v.InferOutput<typeof HostRequest>;

/** The host's answer to a request. */
export type HostReply =
  | { readonly kind: 'refused'; readonly refusal: Extract<Refusal, { kind: 'permission' }> }
  /** Allowed, and it did not work; `text` is a message of the catalogue. */
  | { readonly kind: 'failed'; readonly code: string; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'response';
      readonly url: string;
      readonly redirected: boolean;
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [string, string])[];
      /** The body in base64. */
      readonly body: string;
    };

/** A reply and the ask that it answers. */
export interface TicketReply {
  readonly ticket: number;
  readonly reply: HostReply;
}

/** What the rules of a run can allow at all; the host checks each request against them. */
export interface Granted {
  readonly net: boolean;
  readonly read: boolean;
  /** The variables that rules name, as far as they are set. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether rules name any variable. */
  readonly env: boolean;
}
