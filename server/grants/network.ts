/**
 * Requests that a rule allows. Each hop is checked before its name is looked up, and again with
 * every address that the name has; the connection goes to an address that was checked.
 */
import { lookup as lookUp } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import zlib from 'node:zlib';
import { grantBounds, requestFailed } from '../protocol/index.ts';
import type { HostReply, HostRequest } from '../protocol/wire.ts';
import { Ended, failed, refused, replyOf } from './failures.ts';
import { destinationOf } from './net-rules.ts';
import type { Destination, NetRules } from './net-rules.ts';
import { reasonWords } from '../protocol/messages/reason-words.ts';

export type FetchRequest = Extract<HostRequest, { kind: 'fetch' }>;

/** Finds all addresses of a name. */
export type Resolve = (
  host: string,
  onFound: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

const system: Resolve = (host, onFound) => {
  lookUp(host, { all: true }, (error, addresses) =>
    onFound(error, error === null ? addresses : []),
  );
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Headers that belong to the connection, and one that would pass for the user's. */
const OWN_HEADERS =
  /^(?:host|connection|content-length|transfer-encoding|upgrade|expect|keep-alive|te|trailer|cookie|accept-encoding|proxy-.*)$/i;
/** Headers that must not follow a redirect to another place. */
const SECRET_HEADERS = /^authorization$/i;
const decoders: Readonly<Record<string, () => zlib.Gunzip | zlib.BrotliDecompress>> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
};

interface Hop {
  readonly destination: Destination;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | null;
}

/** Carries out one request with its redirects; never rejects. */
export async function request(
  asked: FetchRequest,
  rules: NetRules,
  signal: AbortSignal,
  resolve: Resolve = system,
): Promise<HostReply> {
  const destination = destinationOf(asked.url);
  const method = asked.method.toUpperCase();
  if (destination === null || !METHODS.has(method)) {
    return refused('network', destination?.target ?? asked.url, 'address');
  }
  const body = asked.body === null ? null : Buffer.from(asked.body, 'base64');
  const headers = asked.headers.filter(([name]) => !OWN_HEADERS.test(name));
  // By hand: what `AbortSignal.any` and `timeout` make can be collected before its time is over.
  const ending = new AbortController();
  const giveUp = (): void => ending.abort();
  const timer = setTimeout(giveUp, grantBounds.requestMs);
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  let hop: Hop = { destination, method, headers, body };
  try {
    for (let redirects = 0; redirects <= grantBounds.redirects; redirects++) {
      const reason = rules.refuse(hop.destination);
      if (reason !== null) {
        const shown = reason === 'rule' && redirects > 0 ? 'redirect' : reason;
        return refused('network', hop.destination.target, shown);
      }
      const response = await send(hop, rules, ending.signal, resolve);
      const next = nextHop(hop, response);
      if (next === null) return await read(hop, response, redirects > 0);
      response.destroy();
      hop = next;
    }
    const reason = reasonWords.redirected(grantBounds.redirects);
    return failed(requestFailed({ target: destination.target, reason }));
  } catch (error) {
    return replyOf(error, hop.destination.target);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function send(
  { destination, method, headers, body }: Hop,
  rules: NetRules,
  signal: AbortSignal,
  resolve: Resolve,
): Promise<http.IncomingMessage> {
  const { url, host, port } = destination;
  const lookup: LookupFunction = (name, options, onAddress) => {
    resolve(name, (error, addresses) => {
      const [first] = addresses;
      const reasons = addresses.map(({ address }) => rules.refuseAddress(destination, address));
      const reason = reasons.find((each) => each !== null) ?? null;
      if (error !== null || first === undefined) {
        const code = error === null ? 'ENOTFOUND' : undefined;
        onAddress(error ?? Object.assign(new Error(reasonWords.noAddress), { code }), '');
      } else if (reason !== null) {
        onAddress(new Ended(refused('network', destination.target, reason)), '');
      } else if (options.all) onAddress(null, [...addresses]);
      else onAddress(null, first.address, first.family);
    });
  };
  return new Promise((settle, reject) => {
    const outgoing = (url.protocol === 'https:' ? https : http).request({
      method,
      hostname: host.replace(/^\[|\]$/g, ''),
      port,
      path: url.pathname + url.search,
      headers: {
        ...Object.fromEntries(headers),
        'accept-encoding': 'gzip, deflate, br',
        ...(body === null ? {} : { 'content-length': body.length }),
      },
      // A connection of its own: a kept one would go to an address that was checked for another.
      agent: false,
      lookup,
      signal,
    });
    outgoing.once('response', settle);
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
}

function nextHop(hop: Hop, { statusCode = 0, headers }: http.IncomingMessage): Hop | null {
  if (!REDIRECTS.has(statusCode) || headers.location === undefined) return null;
  const destination = destinationOf(headers.location, hop.destination.url);
  if (destination === null) return null;
  const sameOrigin = destination.url.origin === hop.destination.url.origin;
  const kept = sameOrigin
    ? hop.headers
    : hop.headers.filter(([name]) => !SECRET_HEADERS.test(name));
  const rewritten =
    statusCode === 303 ? hop.method !== 'HEAD' : statusCode < 303 && hop.method === 'POST';
  return rewritten
    ? { destination, method: 'GET', headers: kept, body: null }
    : { destination, method: hop.method, headers: kept, body: hop.body };
}

async function read(
  { destination, method }: Hop,
  response: http.IncomingMessage,
  redirected: boolean,
): Promise<HostReply> {
  const decode =
    method === 'HEAD' ? undefined : decoders[response.headers['content-encoding'] ?? ''];
  const source: Readable = decode ? pipeline(response, decode(), () => undefined) : response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > grantBounds.responseBytes) {
      response.destroy();
      const reason = reasonWords.answerLarger(grantBounds.responseBytes);
      throw new Ended(failed(requestFailed({ target: destination.target, reason })));
    }
    chunks.push(chunk);
  }
  const { hash, href } = destination.url;
  return {
    kind: 'response',
    url: hash === '' ? href : href.slice(0, -hash.length),
    redirected,
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers: pairsOf(response),
    body: Buffer.concat(chunks).toString('base64'),
  };
}

/** Headers as `fetch` shows them; what was decoded here is no longer so, and cookies are not shown. */
function pairsOf({ headers }: http.IncomingMessage): [string, string][] {
  const hidden = new Set(['set-cookie', 'set-cookie2', 'content-encoding', 'transfer-encoding']);
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || hidden.has(name) ? [] : [[name, [value].flat().join(', ')]],
  );
}
