/**
 * Every function that a pattern can reach beyond the language itself, in one place:
 *
 * - `console`                      console.ts: text to the host, on a byte budget
 * - `Date`, `Math` and friends     the runtime's: a coarse clock and chance in handlers only
 * - `structuredClone`              clone.ts: pure
 * - `URL`, `URLSearchParams`       url.ts: pure; strings in, strings out
 * - `atob`, `btoa`                 below: pure
 * - `fetch`                        fetch.ts: answers from fixtures; else refuses, with a typed error that names
 *                                  the destination; where the user has allowed some of the network, asks
 *                                  the host
 * - `Temporal`                     shims.ts: pure, on the clock of `Date`
 * - the modules that `require` gives: server/runtime's namespaces and the pattern's own modules
 *
 * Of the modules, these reach the host, and only where a rule of the user allows something at all
 * (host-calls.ts here, server/grants/ there, which checks each request again):
 *
 * - `fetchJson`, `fetchJsonUnchecked`, `fetchText`, `fetchBinary`, `fetchData`, `streamData`: the network
 * - `dataFile`: files, as text
 * - `getPatternEnvironment`, `getRecipeEnvironment`: the variables that rules name
 *
 * Every other host service is answered by fixtures (fixtures.ts) inside the process, or not at all.
 * The Compartment itself adds the hardened intrinsics (`TextEncoder` and `TextDecoder` among them),
 * `harden`, `Compartment` and `lockdown`. There are no timers, no `process`, no `WebAssembly`.
 */
import { base64ToBytes, bytesToBase64 } from './base64.ts';
import { structuredClone } from './clone.ts';
import { urlGlobals } from './url.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

function btoa(value: unknown): string {
  const text = String(value);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  if (/[^\0-\u00ff]/u.test(text)) throw new TypeError(guestWords.btoa);
  return bytesToBase64(bytes);
}

function atob(value: unknown): string {
  const bytes = base64ToBytes(String(value));
  if (bytes === undefined) throw new TypeError(guestWords.atob);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The globals of the pattern's compartment, hardened; `fetch` comes with those of the runtime. */
export function makeEndowments(
  console: Readonly<Record<string, unknown>>,
  runtimeGlobals: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return harden({ ...urlGlobals, structuredClone, atob, btoa, ...runtimeGlobals, console });
}
