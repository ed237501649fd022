/**
 * The `fetch` of a pattern. There is no network: fixtures answer, and where there is none the
 * refusal says so. An answer has what authors read of one; it comes at once.
 */
import { networkRefused } from '../protocol/messages/permissions.ts';
import type { NetworkFixture } from '../protocol/fixtures.ts';
import { bytesOf, textOf } from './fixtures.ts';
import { makeRefusal } from './refusals.ts';
import { destinationOf } from './url.ts';

export type Fetch = (resource: unknown) => Promise<unknown>;

function addressOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const url: unknown = Reflect.get(Object(resource) as object, 'url');
  return typeof url === 'string' ? url : describeAddress(resource);
}

/** A URL object, or anything else, as the text that it stands for. */
function describeAddress(resource: unknown): string {
  const href: unknown = Reflect.get(Object(resource) as object, 'href');
  return typeof href === 'string' ? href : typeof resource;
}

function refuse(address: string): Promise<never> {
  const target = destinationOf(address) ?? address.slice(0, 200);
  const refusal = { kind: 'permission', scope: 'network', target } as const;
  return Promise.reject(makeRefusal(refusal, networkRefused({ target })));
}

/** Makes the `fetch` of a run; `answer` gives the fixture for an address. */
export function makeFetch(answer: (url: string) => NetworkFixture | undefined): Fetch {
  return harden(async (resource: unknown): Promise<unknown> => {
    const address = addressOf(resource);
    const fixture = answer(address);
    if (fixture === undefined) return refuse(address);
    if (fixture.error !== undefined) throw new TypeError(fixture.error);
    return responseOf(fixture, address);
  });
}

function later(body: () => unknown): Promise<unknown> {
  return Promise.resolve().then(body);
}

function responseOf(fixture: NetworkFixture, url: string): object {
  const { status = 200 } = fixture;
  const type = Object.hasOwn(fixture, 'json') ? 'application/json' : 'text/plain';
  const headers = new Map([['content-type', type]]);
  const headerOf = (name: unknown): string | undefined => headers.get(String(name).toLowerCase());
  return harden({
    ok: status >= 200 && status < 300,
    status,
    statusText: '',
    url,
    redirected: false,
    type: 'basic',
    headers: {
      get: (name: unknown) => headerOf(name) ?? null,
      has: (name: unknown) => headerOf(name) !== undefined,
    },
    json: () => later(() => JSON.parse(bodyOf(fixture)) as unknown),
    text: () => later(() => bodyOf(fixture)),
    arrayBuffer: () => later(() => bytesOf(fixture).buffer),
    clone: () => responseOf(fixture, url),
  });
}

function bodyOf(fixture: NetworkFixture): string {
  return Object.hasOwn(fixture, 'json') ? JSON.stringify(fixture.json) : textOf(fixture);
}
