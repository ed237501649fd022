/**
 * The pattern's `fetch`. Fixtures answer first. Without a rule for the network it refuses and says
 * so; with one, the host decides about each request. What comes back is ours: strings and bytes, no object of the host.
 */
import { fetchOutsideHandler, networkRefused } from '../protocol/messages/permissions.ts';
import type { NetworkFixture } from '../protocol/fixtures.ts';
import { grantBounds } from '../protocol/permissions.ts';
import type { HostRequest } from '../protocol/wire.ts';
import { base64ToBytes, bytesToBase64 } from './base64.ts';
import { bytesOf as fixtureBytes } from './fixtures.ts';
import type { HostCalls, Outcome, ResponseReply } from './host-calls.ts';
import { makeRefusal } from './refusals.ts';
import { destinationOf } from './url.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

// Taken while the realm still has them.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

type FetchRequest = Extract<HostRequest, { kind: 'fetch' }>;
type Fetch = (resource: unknown, init: unknown, inHandler: boolean) => Promise<unknown>;
type Pairs = Iterable<readonly [unknown, unknown]>;

/** As the language converts; the pattern's own code may run, with no more than its own powers. */
const toText = String as (value: unknown) => string;

/** Headers by lower-case name, as `Headers` shows them. */
function makeHeaders(pairs: ResponseReply['headers']): object {
  const table = new Map(pairs);
  const lower = (name: unknown): string => String(name).toLowerCase();
  const each = (visit: (value: string, name: string) => void): void => table.forEach(visit);
  return harden({
    get: (name: unknown) => table.get(lower(name)) ?? null,
    has: (name: unknown) => table.has(lower(name)),
    forEach: each,
    keys: () => table.keys(),
    values: () => table.values(),
    entries: () => table.entries(),
    [Symbol.iterator]: () => table.entries(),
  });
}

/** What `fetch` resolves with. The body can be read once, as everywhere. */
export function makeResponse(reply: ResponseReply): object {
  const { status, statusText, url, redirected, headers } = reply;
  let used = false;
  const take = <Value>(read: (bytes: Uint8Array) => Value): Promise<Value> => {
    if (used) return Promise.reject(new TypeError(guestWords.bodyRead));
    used = true;
    return Promise.resolve(bytesOf(reply)).then(read);
  };
  const text = (bytes: Uint8Array): string => decoder.decode(bytes);
  return harden({
    ok: status >= 200 && status < 300,
    ...{ status, statusText, url, redirected, type: 'basic' },
    headers: makeHeaders(headers),
    get bodyUsed() {
      return used;
    },
    text: () => take(text),
    json: () => take((bytes) => JSON.parse(text(bytes)) as unknown),
    bytes: () => take((bytes) => bytes),
    arrayBuffer: () => take((bytes) => bytes.buffer),
    clone: () => {
      if (used) throw new TypeError(guestWords.bodyRead);
      return makeResponse(reply);
    },
  });
}

/** The body's bytes. */
export function bytesOf({ body }: ResponseReply): Uint8Array {
  return base64ToBytes(body) ?? new Uint8Array(0);
}

function headerPairs(headers: unknown): [string, string][] {
  if (typeof headers !== 'object' || headers === null) return [];
  const pairs = (Symbol.iterator in headers ? headers : Object.entries(headers)) as Pairs;
  return [...pairs].map(([name, value]): [string, string] => [String(name), String(value)]);
}

function bodyOf(body: unknown): string | null {
  if (body === undefined || body === null) return null;
  const bytes = ArrayBuffer.isView(body)
    ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
    : body instanceof ArrayBuffer
      ? new Uint8Array(body)
      : encoder.encode(toText(body));
  if (bytes.length > grantBounds.requestBytes) {
    throw new RangeError(guestWords.bodyLarger(grantBounds.requestBytes));
  }
  return bytesToBase64(bytes);
}

/** What is asked for, from whatever an author may give; his getters run as his own code. */
export function requestOf(resource: unknown, init: unknown): FetchRequest {
  const url = typeof resource === 'string' ? resource : String(resource);
  const options = (typeof init === 'object' && init !== null ? init : {}) as Record<
    string,
    unknown
  >;
  const { method, headers, body } = options;
  if (url.length > grantBounds.ruleLength) throw new RangeError(guestWords.addressTooLong);
  const pairs = headerPairs(headers);
  const bytes = bodyOf(body);
  const typed = pairs.some(([name]) => name.toLowerCase() === 'content-type');
  if (typeof body === 'string' && !typed) pairs.push(['content-type', 'text/plain;charset=UTF-8']);
  return {
    kind: 'fetch',
    url,
    method: method === undefined ? 'GET' : toText(method).slice(0, 16),
    headers: pairs.slice(0, 64),
    body: bytes,
  };
}

/** What a fixture answers, as the host would have. */
function replyOf(fixture: NetworkFixture, url: string): ResponseReply {
  const isJson = Object.hasOwn(fixture, 'json');
  return {
    kind: 'response',
    status: fixture.status ?? 200,
    statusText: '',
    url,
    redirected: false,
    headers: [['content-type', isJson ? 'application/json' : 'text/plain']],
    body: bytesToBase64(fixtureBytes(fixture)),
  };
}

/** Makes the `fetch` of one run; `fixtureFor` gives the fixture for an address. */
export function makeFetch(
  calls: HostCalls,
  fixtureFor: (url: string) => NetworkFixture | undefined,
): Fetch {
  return (resource, init, inHandler) => {
    const request = requestOf(resource, init);
    const fixture = fixtureFor(request.url);
    if (fixture?.error !== undefined) return Promise.reject(new TypeError(fixture.error));
    if (fixture) return Promise.resolve(makeResponse(replyOf(fixture, request.url)));
    if (!calls.granted().net) {
      const target = destinationOf(request.url) ?? request.url.slice(0, 200);
      const refusal = { kind: 'permission', scope: 'network', target } as const;
      return Promise.reject(makeRefusal(refusal, networkRefused({ target })));
    }
    if (!inHandler) {
      const { text, code } = fetchOutsideHandler({});
      return Promise.reject(Object.defineProperty(new Error(text), 'code', { value: code }));
    }
    const error = new Error();
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome<ResponseReply>): void => {
        if ('error' in outcome) reject(outcome.error);
        else resolve(makeResponse(outcome.value));
      };
      calls.fetch(request, settle, error);
    });
  };
}
