import './coverage.ts';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readSettings } from '../../../extension/settings.ts';
import { literalOf, destinationOf, makeNetRules } from '../../../server/grants/net-rules.ts';
import { virtualName } from '../../../server/grants/virtual-name.ts';
import { ClientSettings } from '../../../server/protocol/client.ts';
import { fixturesTextFor, isAnswerable } from '../../../server/protocol/fixtures.ts';
import {
  grantBounds,
  parseEnvRule,
  parseFixtures,
  parseNetRule,
  parseReadRule,
  permissionScopes,
  problemOfRule,
} from '../../../server/protocol/index.ts';
import { GuestMessage, HostRequest } from '../../../server/protocol/wire.ts';
import { json, mutated, often, spoiled } from './support.ts';

const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constantFrom('localhost', 'a.example', '[::1]', '*', '*.a.example', '[::', 'bücher.example'),
);
const port = fc.option(fc.oneof(fc.nat(70_000), fc.constantFrom('', 'x', '0', '99999')));
const netRule = fc.oneof(
  fc.tuple(host, port).map(([name, number]) => (number === null ? name : `${name}:${number}`)),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.webUrl(),
);

it('rules for the network: what is taken names one host, as addresses are spelt', () => {
  fc.assert(
    fc.property(netRule, (text) => {
      const rule = parseNetRule(text);
      if ('reason' in rule) {
        expect(rule.reason).not.toBe('');
        return;
      }
      const spelled = `${rule.host}${rule.port === null ? '' : `:${rule.port}`}`;
      expect(parseNetRule(spelled)).toEqual(rule);
      expect(new URL(`http://${rule.host}/`).hostname).toBe(rule.host);
    }),
    often(),
  );
});

it('destinations: what a rule lets through has its host, and is refused without it', () => {
  const scheme = fc.constantFrom('http', 'https', 'HTTP', 'ftp', 'file', 'data', 'javascript');
  const user = fc.constantFrom('', '', '', 'user@', 'user:pass@', 'a.example@', 'a.example\\@');
  const address = fc
    .tuple(scheme, user, host, port, fc.webPath())
    .map(([name, who, where, number, path]) =>
      number === null
        ? `${name}://${who}${where}${path}`
        : `${name}://${who}${where}:${number}${path}`,
    );
  fc.assert(
    fc.property(fc.oneof(address, fc.webUrl(), fc.string()), netRule, (url, text) => {
      const destination = destinationOf(url);
      if (destination === null) return;
      expect(makeNetRules([]).refuse(destination)).not.toBeNull();
      const rule = parseNetRule(text);
      const exact = `${destination.host}:${destination.port}`;
      const reason = makeNetRules([text, exact]).refuse(destination);
      const ordinary =
        /^https?:$/u.test(destination.url.protocol) &&
        `${destination.url.username}${destination.url.password}` === '';
      // A rule for the very host and port lets everything ordinary through.
      if ('host' in parseNetRule(exact)) expect(reason === null).toBe(ordinary);
      const only = makeNetRules([text]).refuse(destination);
      if (only === null) expect('host' in rule && rule.host).toBe(destination.host);
      const literal = literalOf(destination.host) ?? '127.0.0.1';
      const found = makeNetRules([text, exact]).refuseAddress(destination, literal);
      if (found !== null) expect(found).toBe('local');
    }),
    often(),
  );
});

it('rules of every scope: any text is taken or refused with a reason', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'a\0b', '\\\\server\\x', '//server/x', 'file:///x', 'data', '/tmp', 'A B'),
    fc.constant('x'.repeat(grantBounds.ruleLength + 1)),
    fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,10}$/u),
  );
  fc.assert(
    fc.property(text, (written) => {
      for (const scope of permissionScopes) {
        const problem = problemOfRule(scope, written);
        if (problem !== null) expect(problem).not.toBe('');
      }
      expect('path' in parseReadRule(written) || 'reason' in parseReadRule(written)).toBe(true);
      if ('name' in parseEnvRule(written)) expect(written).toMatch(/^\w+$/u);
    }),
    often(),
  );
});

it('names of data files: what is looked up lies below the folder', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', '', '...', 'a', 'b.txt', '%2e%2e', 'C:', '~', '\0', '\\', 'file:'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const name = fc.oneof(
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/')),
    fc.webUrl(),
    fc.constant('x/'.repeat(grantBounds.ruleLength)),
  );
  fc.assert(
    fc.property(name, (asked) => {
      const found = virtualName(asked);
      if (found === null) return;
      expect(path.posix.join('/root', found)).toMatch(/^\/root\/./u);
      expect(found).not.toMatch(/^\/|\0|\\/u);
    }),
    often(),
  );
});

it('settings: whatever is written, the server takes what is read', () => {
  const list = fc.array(fc.oneof(netRule, json), { maxLength: 80 });
  const values = fc.record({
    'permissions.net': fc.oneof(list, json),
    'permissions.read': fc.oneof(list, json),
    'permissions.env': fc.oneof(list, json),
    'run.timeout': fc.oneof(fc.integer(), fc.double(), json),
    'run.memory': fc.oneof(fc.integer({ min: 0, max: 4096 }), json),
    'run.on': fc.oneof(fc.constantFrom('demand', 'save'), json),
    'debug.enabled': fc.oneof(fc.boolean(), json),
  });
  fc.assert(
    fc.property(values, (written) => {
      const { settings } = readSettings((name) => Reflect.get(written, name) as unknown);
      expect(v.is(ClientSettings, settings)).toBe(true);
    }),
    often(),
  );
});

const ask = {
  type: 'ask',
  ticket: 1,
  request: {
    kind: 'fetch',
    url: 'http://a.example/',
    method: 'GET',
    headers: [['accept', '*/*']],
    body: 'AAAA',
  },
};

it('requests of the guest: a spoiled one is taken in its shape or refused', () => {
  const read = { ...ask, request: { kind: 'read', path: 'a.txt' } };
  fc.assert(
    fc.property(fc.oneof(spoiled(ask), spoiled(read)), (message) => {
      const parsed = v.safeParse(GuestMessage, message);
      if (parsed.success && parsed.output.type === 'ask') {
        expect(v.is(HostRequest, parsed.output.request)).toBe(true);
      }
    }),
    often(),
  );
});

const fixtures = {
  environment: { apiUrl: 'http://a.example/' },
  wish: { '#a': { b: 1 } },
  dataFile: { 'a.json': [1] },
  fetch: [
    { url: 'http://a.example/', json: 1, delayMs: 5 },
    { urlIncludes: 'b', base64: 'AAAA', status: 404 },
  ],
  generateText: [{ promptIncludes: 'x', result: 'y' }],
  llm: [{ error: 'busy' }],
};

it('fixtures files: any text is understood or refused with a reason', () => {
  const text = JSON.stringify(fixtures);
  const written = fc.oneof(
    fc.string({ unit: 'binary' }),
    mutated(text, ['{', '}', '[', ']', '"', ',', '\uFEFF', '1e999', '\\u0000']),
    spoiled(fixtures).map((value) => (value === undefined ? '' : JSON.stringify(value))),
    json.map((value) => JSON.stringify(value)),
    fc.constant(`\uFEFF${text}`),
    fc.constant(' '.repeat(4 * 1024 * 1024 + 1)),
  );
  fc.assert(
    fc.property(written, (value) => {
      const parsed = parseFixtures(value);
      if ('reason' in parsed) expect(parsed.reason).not.toBe('');
      else expect(typeof parsed.fixtures).toBe('object');
    }),
    often(),
  );
});

it('fixtures files: the one that is written for a pattern is understood', () => {
  const name = fc.oneof(
    fc.constantFrom('wish', 'dataFile', 'fetchJson', 'fetchText', 'streamData', 'generateText'),
    fc.constantFrom('generateObject', 'llm', 'llmDialog', 'fetch', 'fetchBinary', 'navigateTo'),
    fc.string(),
  );
  const about = fc.oneof(fc.string(), fc.webUrl(), fc.constant('x'.repeat(5000)));
  const asked = fc.record({ name, about }, { requiredKeys: ['name'] });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 5 }), (services) => {
      const parsed = parseFixtures(fixturesTextFor(services));
      expect('reason' in parsed ? parsed.reason : null).toBeNull();
      const sections = 'fixtures' in parsed ? Object.keys(parsed.fixtures).length : 0;
      expect(sections > 0).toBe(services.some(isAnswerable));
    }),
    often(),
  );
});
