/**
 * Every function that a pattern can reach beyond the language itself, in one place:
 *
 * - `console`                      console.ts: text to the host, on a byte budget
 * - `Date`, `Math` and friends     the runtime's: a coarse clock and chance in handlers only
 * - `structuredClone`              clone.ts: pure
 * - `URL`, `URLSearchParams`       url.ts: pure; strings in, strings out
 * - `atob`, `btoa`                 below: pure
 * - `fetch`                        fetch.ts: answers from fixtures; else refuses, and names the destination
 * - `Temporal`                     shims.ts: pure, on the clock of `Date`
 * - the modules that `require` gives: server/runtime's namespaces and the pattern's own modules
 *
 * The Compartment itself adds the hardened intrinsics (`TextEncoder` and `TextDecoder` among them),
 * `harden`, `Compartment` and `lockdown`. There are no timers, no `process`, no `WebAssembly`.
 */
import { base64ToBytes, bytesToBase64 } from './base64.ts';
import { structuredClone } from './clone.ts';
import type { Fetch } from './fetch.ts';
import { urlGlobals } from './url.ts';

function btoa(value: unknown): string {
  const text = String(value);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  if (/[^\0-\u00ff]/u.test(text)) throw new TypeError('btoa: a character is beyond Latin-1');
  return bytesToBase64(bytes);
}

function atob(value: unknown): string {
  const bytes = base64ToBytes(String(value));
  if (bytes === undefined) throw new TypeError('atob: the text is not base64');
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The globals of the pattern's compartment, hardened. */
export function makeEndowments(
  console: Readonly<Record<string, unknown>>,
  runtimeGlobals: Readonly<Record<string, unknown>>,
  fetch: Fetch,
): Readonly<Record<string, unknown>> {
  return harden({ ...urlGlobals, structuredClone, atob, btoa, fetch, ...runtimeGlobals, console });
}
