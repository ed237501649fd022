import './coverage.ts';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { parseRequest } from '../../../server/cli/requests.ts';
import { UsageError } from '../../../server/cli/options.ts';
import { streamsOf } from '../../../server/engine/streams.ts';
import { encode, EncodeLimit } from '../../../server/guest/encode.ts';
import { makeDescriber } from '../../../server/guest/thrown.ts';
import { defaultConfiguration } from '../../../server/language/configuration.ts';
import { compiledUriOf, Configuration, requests } from '../../../server/protocol/client.ts';
import { createFrameReader, encodeFrame, FrameTooLarge } from '../../../server/protocol/frame.ts';
import { GuestMessage } from '../../../server/protocol/wire.ts';
import { isExpected } from '../../../server/replay/expectation.ts';
import { parseScenarios } from '../../../server/replay/index.ts';
import { parseProc, parsePs } from '../../../server/sandbox/usage-text.ts';
import { makeInspector } from '../../../server/guest/inspect.ts';
import { checks } from '../guest/support.ts';
import { json, often, spoiled } from './support.ts';
import { anything, streamMark } from './values.ts';

/** An inspector for which one value stands for a stream. */
const inspector = makeInspector(checks, (value) =>
  value === streamMark ? { kind: 'stream' } : { kind: 'value', value },
);

it('frames: what goes in comes out, however the bytes are cut', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 });
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sent, cuts) => {
      const got: string[] = [];
      const reader = createFrameReader((text) => got.push(text));
      const bytes = Buffer.concat(sent.map((text) => encodeFrame(text)));
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const end = at + (cuts[turn % cuts.length] ?? 1);
        reader.push(bytes.subarray(at, end));
        at = end;
      }
      expect(got).toEqual(sent);
    }),
    often(),
  );
});

it('frames: any bytes are read, or refused as too large', () => {
  const sized = fc
    .tuple(fc.oneof(fc.nat(64), fc.nat(0xffffffff)), fc.uint8Array({ maxLength: 40 }))
    .map(([size, rest]) => {
      const frame = Buffer.alloc(4 + rest.length);
      frame.writeUInt32LE(size);
      frame.set(rest, 4);
      return frame;
    });
  const chunk = fc.oneof(fc.uint8Array({ maxLength: 40 }), sized);
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 6 }), (chunks) => {
      const reader = createFrameReader(() => undefined);
      try {
        for (const chunk of chunks) reader.push(chunk);
      } catch (error) {
        expect(error).toBeInstanceOf(FrameTooLarge);
      }
    }),
    often(),
  );
});

const thrown = {
  kind: 'error',
  name: 'Error',
  message: 'x',
  code: null,
  frames: [],
  cause: null,
  errors: [],
  refusal: { kind: 'permission', scope: 'network', target: 'x' },
};
const origin = { module: 'a.tsx', fact: 0 };
const messages = [
  { type: 'ready', layers: { lockdown: true } },
  {
    type: 'failure',
    failure: { phase: 'load', thrown, origin, stream: null, site: { module: 'a', site: 1 } },
  },
  {
    type: 'answer',
    id: 1,
    snapshot: {
      exports: [{ name: 'a', kind: 'data' }],
      result: 1,
      waiting: [],
      findings: [],
      cpuTimeMs: 1,
      memoryMb: 1,
      outputBytes: 1,
    },
  },
];

it('messages of the guest: a spoiled one is taken in its shape or refused, never thrown at us', () => {
  const broken = fc.oneof(json, ...messages.map((message) => spoiled(message)));
  fc.assert(
    fc.property(broken, (message) => {
      const parsed = v.safeParse(GuestMessage, message);
      if (parsed.success) expect(v.is(GuestMessage, parsed.output)).toBe(true);
    }),
    often(),
  );
});

it('results: any value becomes JSON of bounded size, or a limit', () => {
  const limits = { resultBytes: 2000, resultDepth: 6 };
  fc.assert(
    fc.property(anything, (make) => {
      try {
        const text = JSON.stringify(encode(inspector, make(), limits).value);
        expect(text.length).toBeLessThan(40 * limits.resultBytes);
      } catch (error) {
        expect(error).toBeInstanceOf(EncodeLimit);
      }
    }),
    often(),
  );
});

it('thrown values: any is described in the shape that the host accepts', () => {
  const frames = { framesOf: () => [], framesAbove: () => [] };
  const describe = makeDescriber(checks, frames, () => null);
  const errors = anything.map((make) => () => {
    const cause = make();
    return Object.assign(new Error('x', { cause }), { errors: cause, code: cause });
  });
  fc.assert(
    fc.property(fc.oneof(anything, errors), (make) => {
      const failure = { phase: 'load', thrown: describe(make()), origin: null, stream: null };
      expect(v.is(GuestMessage, JSON.parse(JSON.stringify({ type: 'failure', failure })))).toBe(
        true,
      );
    }),
    often(),
  );
});

const request = {
  id: 1,
  command: 'run',
  file: 'a.tsx',
  timeout: 1000,
  clock: '2024-01-01',
  allowNet: ['a.example:443', 'b'],
  allowRead: ['data'],
  allowEnv: ['NAME'],
  send: ['go={"a":1}', { stream: 'x', event: 1 }],
};

it('request lines: any is understood or refused in one sentence', () => {
  const lines = fc.oneof(
    fc.string({ unit: 'binary' }),
    json.map((value) => JSON.stringify(value)),
    spoiled(request).map((value) => (value === undefined ? '' : JSON.stringify(value))),
  );
  fc.assert(
    fc.property(lines, (line) => {
      try {
        expect(parseRequest(line)).toHaveProperty('command');
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect((error as UsageError).about.code).toMatch(/^PB16/u);
      }
    }),
    often(),
  );
});

const scenario = [
  {
    name: 'x',
    argument: { a: 1 },
    steps: [{ events: [{ stream: 's', payload: 1 }], expect: [{ path: 'a', value: 1 }] }],
  },
];

it('scenario files: any is understood or refused with a reason', () => {
  fc.assert(
    fc.property(fc.oneof(json, spoiled(scenario)), (value) => {
      const parsed = parseScenarios(value);
      if ('reason' in parsed) expect(parsed.reason).not.toBe('');
      else for (const { steps } of parsed.scenarios) expect(Array.isArray(steps)).toBe(true);
    }),
    often(),
  );
});

it('expectations: every JSON value is what it is, and comparing never fails', () => {
  const undefinedInIt = fc.oneof(
    fc.constantFrom<unknown>('__undefined__', { $type: 'undefined' }, { $type: 'undefined', a: 1 }),
    fc.dictionary(fc.string(), fc.constantFrom<unknown>(undefined, '__undefined__', 1)),
  );
  const either = fc.oneof(json, undefinedInIt, fc.array(undefinedInIt));
  fc.assert(
    fc.property(either, either, (one, other) => {
      expect(isExpected(one, structuredClone(one))).toBe(true);
      isExpected(one, other);
    }),
    often(),
  );
});

it('expectations: a value that is nested beyond reason is compared too', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(isExpected(1, deep)).toBe(false);
});

it('settings and requests of an editor: any value is accepted or refused', () => {
  const configuration = spoiled(defaultConfiguration);
  fc.assert(
    fc.property(fc.oneof(json, configuration), (value) => {
      const parsed = v.safeParse(Configuration, value);
      if (parsed.success) {
        const { limits } = parsed.output.settings;
        expect(Object.values(limits).every((limit) => Number.isInteger(limit) && limit > 0)).toBe(
          true,
        );
      }
      for (const { params } of Object.values(requests)) v.safeParse(params, value);
    }),
    often(),
  );
});

it('addresses of compiled files: never one of a file', () => {
  const uri = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.webPath().map((path) => `file://${path}`),
  );
  fc.assert(
    fc.property(uri, (of) => {
      expect(compiledUriOf(of)).not.toMatch(/^file:/u);
      expect(compiledUriOf(of)).toMatch(/\.js$/u);
    }),
    often(),
  );
});

it('streams of a result: found in any JSON', () => {
  const stream = fc.record({ $type: fc.constant('stream'), path: fc.oneof(fc.string(), json) });
  const nested = fc.array(fc.oneof(stream, json, fc.dictionary(fc.string(), stream)));
  fc.assert(
    fc.property(fc.oneof(json, nested), (value) => {
      expect(streamsOf(value).every((path) => typeof path === 'string')).toBe(true);
    }),
    often(),
  );
});

it('usage of a process: any text is a sample or nothing', () => {
  const line = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(), fc.nat(), fc.nat(59)).map(([kb, m, s]) => `${kb} ${m}:${s}`),
  );
  const stat = fc
    .tuple(
      fc.string(),
      fc.constantFrom('R', 'S', 'Z'),
      fc.array(fc.nat().map(String), { minLength: 9, maxLength: 20 }),
    )
    .map(([name, state, fields]) => `1 (${name}) ${state} ${fields.join(' ')}`);
  const status = fc.nat().map((size) => `Name:\tx\nVmRSS:\t ${size} kB\n`);
  fc.assert(
    fc.property(fc.oneof(line, stat), fc.oneof(fc.string(), status), (one, other) => {
      for (const sample of [parsePs(one), parseProc(one, other)]) {
        if (sample) expect(Number.isFinite(sample.memoryMb + sample.cpuMs)).toBe(true);
      }
    }),
    often(),
  );
});
