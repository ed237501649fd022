/** What rules cover, and what a name that was looked up may lead to. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isLocal } from '../../../server/grants/addresses.ts';
import { virtualName } from '../../../server/grants/virtual-name.ts';
import { openGrants } from '../../../server/grants/index.ts';
import { destinationOf, makeNetRules } from '../../../server/grants/net-rules.ts';
import { request, type Resolve } from '../../../server/grants/network.ts';
import { parseNetRule, problemOfRule } from '../../../server/protocol/index.ts';

const refusal = (rules: readonly string[], url: string) => {
  const destination = destinationOf(url);
  if (destination === null) throw new Error(`no URL: ${url}`);
  return makeNetRules(rules).refuse(destination);
};

describe('rules for the network', () => {
  it.each([
    [['a.example'], 'http://a.example/', null],
    [['a.example'], 'https://a.example:8443/x', null],
    [['A.Example'], 'http://a.eXample/', null],
    [['a.example:443'], 'https://a.example/', null],
    [['a.example:443'], 'http://a.example/', 'rule'],
    [['a.example'], 'http://b.a.example/', 'rule'],
    [['a.example'], 'http://a.example.evil.org/', 'rule'],
    [['a.example'], 'http://user@a.example/', 'address'],
    [['a.example'], 'file://a.example/x', 'address'],
    [['bücher.example'], 'http://xn--bcher-kva.example/', null],
    [['127.0.0.1'], 'http://127.0.0.1/', 'local'],
    [['127.0.0.1:80'], 'http://127.1/', null],
    [['[::1]:80'], 'http://[0:0::1]/', null],
    [['10.0.0.1'], 'http://10.0.0.1/', 'local'],
    [['8.8.8.8'], 'http://8.8.8.8/', null],
  ] as const)('%j and %s: %s', (rules, url, expected) => {
    expect(refusal(rules, url)).toBe(expected);
  });

  it.each([
    ...['127.0.0.1', '127.255.0.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.100.100.200', '168.63.129.16', '0.0.0.0', '255.255.255.255'],
    ...['224.0.0.1', '::1', '::', 'fe80::1%eth0', 'fd00:ec2::254', '::ffff:10.0.0.1', 'ff02::1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '::7f00:1', 'fec0::1', 'no address'],
  ])('%s is local', (address) => {
    expect(isLocal(address)).toBe(true);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111'])(
    '%s is not',
    (address) => {
      expect(isLocal(address)).toBe(false);
    },
  );

  it('never cover what they do not name, whatever the address looks like', () => {
    const rules = makeNetRules(['a.example', 'b.example:8080']);
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const destination = destinationOf(url);
        if (destination === null || rules.refuse(destination) !== null) return;
        expect(['a.example', 'b.example']).toContain(destination.host);
      }),
    );
  }, 60_000);

  it.each(['', 'a b', 'http://a', 'a/b', 'u@a', 'a:0', 'a:65536', '*.a', '[::1', 'a?b', '%41'])(
    '%j is none',
    (text) => {
      expect(parseNetRule(text)).toHaveProperty('reason');
      expect(problemOfRule('net', text)).not.toBeNull();
    },
  );
});

describe('a name that leads elsewhere than it seems', () => {
  async function listener(): Promise<{ port: number; seen: () => number }> {
    let seen = 0;
    const server = createServer((_request, response) => {
      seen += 1;
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return { port: (server.address() as AddressInfo).port, seen: () => seen };
  }

  const ask = (url: string, rules: readonly string[], resolve: Resolve) =>
    request(
      { kind: 'fetch', url, method: 'GET', headers: [], body: null },
      makeNetRules(rules),
      new AbortController().signal,
      resolve,
    );

  it('is refused when it leads to this machine, also as one address of several', async () => {
    const { port, seen } = await listener();
    for (const addresses of [
      ['127.0.0.1'],
      ['93.184.216.34', '127.0.0.1'],
      ['::1'],
      ['10.0.0.1'],
    ]) {
      const reply = await ask(
        `http://rebind.example:${port}/`,
        ['rebind.example'],
        (_host, found) =>
          found(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
      );
      expect(reply).toMatchObject({ kind: 'refused', refusal: { reason: 'local' } });
    }
    expect(seen()).toBe(0);
  });

  it('is looked up once, and connected to where that look-up led', async () => {
    const { port, seen } = await listener();
    let lookups = 0;
    const rules = ['rebind.example', `127.0.0.1:${port}`];
    const reply = await ask(`http://rebind.example:${port}/`, rules, (_host, found) => {
      lookups += 1;
      // A second look-up would lead nowhere.
      found(null, [{ address: lookups === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }]);
    });
    expect(reply).toMatchObject({ kind: 'response', status: 200 });
    expect([lookups, seen()]).toEqual([1, 1]);
  });

  it('that has no address is a failure, not a crash', async () => {
    const rules = ['rebind.example'];
    for (const error of [null, Object.assign(new Error('x'), { code: 'ENOTFOUND' })]) {
      const reply = await ask('http://rebind.example/', rules, (_host, found) => found(error, []));
      expect(reply).toMatchObject({ kind: 'failed', code: 'PB1406' });
    }
  });
});

describe('names of data files', () => {
  it('never lead outside', () => {
    const part = fc.constantFrom('..', '.', 'a', '', '...', '~', '%2e%2e', 'C:', 'con');
    const name = fc.array(part, { maxLength: 8 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.oneof(name, fc.string()), (asked) => {
        const virtual = virtualName(asked);
        if (virtual === null) return;
        expect(virtual.split('/')).not.toContain('..');
        expect(virtual).not.toMatch(/^\/|\\|\0|^[a-z]+:/i);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('grants', () => {
  it('are none where there is no rule', () => {
    expect(openGrants({ read: [], net: [], env: [] }, { folder: '/', root: '/' })).toBeNull();
  });

  it('answer each scope by its own rules', async () => {
    const home = { folder: import.meta.dirname, root: import.meta.dirname };
    const grants = openGrants({ read: [], net: ['a.example'], env: ['NO_SUCH_NAME'] }, home);
    expect(grants?.granted).toEqual({ net: true, read: false, env: true, environment: {} });
    const { signal } = new AbortController();
    const reply = await grants?.perform({ kind: 'read', path: 'rules.test.ts' }, signal);
    expect(reply).toMatchObject({ kind: 'refused', refusal: { scope: 'read' } });
  });
});
