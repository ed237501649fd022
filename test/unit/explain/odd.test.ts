import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExplainer, diagnosticError } from '../../../server/explain/index.ts';
import type { Explainer } from '../../../server/explain/index.ts';
import { RUNTIME_URL } from '../../../server/protocol/frame.ts';
import type { ModuleGraph } from '../../../server/protocol/index.ts';
import type { ThrownRecord } from '../../../server/protocol/wire.ts';
import { compile, failure, thrown } from './guest.ts';

const text = [
  "import { computed, handler, pattern } from 'commonfabric';",
  'const increment = handler<void, { n: number }>(() => {});',
  'export default pattern(() => {',
  '  const displayName = computed(() => {',
  '    for (;;) { }',
  '  });',
  '  return { displayName, increment: increment({ n: 1 }) };',
  '});',
].join('\n');

let graph: ModuleGraph;
let explainer: Explainer;
beforeAll(async () => {
  graph = compile({ 'main.ts': text });
  explainer = await createExplainer(graph, { debug: false });
});
afterAll(() => {
  explainer.dispose();
});

function factOf(builder: string): number {
  return graph.records[0]?.facts.findIndex((fact) => fact.builder === builder) ?? -1;
}

describe('values that nobody expects to be thrown', () => {
  const values: Readonly<Record<string, readonly [Partial<ThrownRecord>, string]>> = {
    null: [{ kind: 'primitive', message: 'null' }, 'PB1202'],
    'a text': [{ kind: 'primitive', message: 'stop' }, 'PB1202'],
    'an object': [{ kind: 'object', message: '(an object that is no Error)' }, 'PB1202'],
    'an error without a message': [{ name: 'TypeError', message: '' }, 'PB1201'],
    'an error that pretends to be a permission': [
      { name: 'PermissionError', message: 'permission denied', code: 'PB1401' },
      'PB1201',
    ],
  };
  it.each(Object.entries(values))('%s', (_name, [about, code]) => {
    const error = explainer.failure(failure({ thrown: thrown(about) }));
    expect(error).toMatchObject({ type: 'RuntimeError', code, frames: [], location: null });
    expect(error.message).not.toBe('');
  });

  it('ends huge messages and endless chains', () => {
    let chain = thrown({ message: 'x'.repeat(1_000_000) });
    for (let depth = 0; depth < 50; depth++) {
      chain = thrown({ cause: chain, errors: Array<ThrownRecord>(100).fill(thrown()) });
    }
    const error = explainer.failure(failure({ thrown: chain }));
    expect(error.errors.length).toBeLessThanOrEqual(20);
    let depth = 0;
    for (let at = error.cause; at !== null; at = at.cause) depth++;
    expect(depth).toBe(8);
    const long = explainer.failure(failure({ thrown: thrown({ message: 'x'.repeat(1_000_000) }) }));
    expect(long.message.length).toBeLessThan(5_000);
  });

  it('tells causes and the errors of an AggregateError', () => {
    const error = explainer.failure(
      failure({
        thrown: thrown({
          name: 'AggregateError',
          message: 'all failed',
          cause: thrown({ message: 'why' }),
          errors: [thrown({ message: 'one' }), thrown({ message: 'two' })],
        }),
      }),
    );
    expect(error.cause?.message).toBe('why');
    expect(error.errors.map(({ message }) => message)).toEqual(['one', 'two']);
  });
});

describe('types come from structure', () => {
  it.each([
    [{ kind: 'permission', scope: 'network', target: 'example.com' }, 'PermissionError', 'PB1401'],
    [{ kind: 'permission', scope: 'import', target: 'fs' }, 'PermissionError', 'PB1402'],
    [{ kind: 'permission', scope: 'file', target: 'x' }, 'PermissionError', 'PB1403'],
    [{ kind: 'limit', limit: 'result.bytes', value: 10, used: 11 }, 'ResourceLimitError', 'PB1305'],
    [{ kind: 'clock', what: 'Date.now()' }, 'RuntimeError', 'PB1206'],
  ] as const)('%o', (refusal, type, code) => {
    const error = explainer.failure(failure({ thrown: thrown({ refusal }) }));
    expect(error).toMatchObject({ type, code });
    expect(error).not.toHaveProperty('name');
  });

  it('a code counts only if the runtime itself threw', () => {
    const frame = {
      functionName: 'f',
      line: 1,
      column: 1,
      async: false,
      constructor: false,
      native: false,
    };
    const code = 'PB1251';
    const ours = thrown({ code, message: 'm', frames: [{ ...frame, url: RUNTIME_URL }] });
    const theirs = thrown({ code, message: 'm', frames: [{ ...frame, url: null }] });
    expect(explainer.failure(failure({ thrown: ours }))).toMatchObject({ code, message: 'm' });
    expect(explainer.failure(failure({ thrown: ours })).help).not.toBeNull();
    expect(explainer.failure(failure({ thrown: theirs })).code).toBe('PB1201');
  });
});

describe('where and during what', () => {
  it("falls back to the builder's call", () => {
    const origin = { module: 'main.ts', fact: factOf('computed') };
    const error = explainer.failure(failure({ origin }));
    expect(error.location).toMatchObject({ file: 'main.ts', line: 4, column: 23 });
    expect(error.during).toBe('computed displayName');
    expect(error.codeFrame).toContain('> 4 |   const displayName = computed');
  });

  it('names the event that led to it', () => {
    const origin = { module: 'main.ts', fact: factOf('handler') };
    const error = explainer.failure(failure({ origin, phase: 'handler', stream: 'increment' }));
    expect(error.during).toBe('handler increment after increment event');
  });

  it('survives an origin that names nothing', () => {
    for (const origin of [
      { module: 'gone.ts', fact: 0 },
      { module: 'main.ts', fact: 99 },
      { module: 'main.ts', fact: -1 },
    ]) {
      expect(explainer.failure(failure({ origin })).location).toBeNull();
      expect(explainer.origin(origin)).toBeNull();
    }
  });
});

describe('runs that end before their time', () => {
  const site = { module: 'main.ts', site: 0 };

  it.each([
    ['timeout', 'TimeoutError', 'PB1301'],
    ['cpu', 'TimeoutError', 'PB1302'],
    ['memory', 'MemoryError', 'PB1303'],
    ['limit', 'ResourceLimitError', 'PB1309'],
    ['crashed', 'InternalError', 'PB1502'],
    ['protocol', 'InternalError', 'PB1502'],
    ['cancelled', 'CancelledError', 'PB1501'],
  ] as const)('%s', (kind, type, code) => {
    const limit = { name: 'run.timeout', value: 200, used: 203 };
    expect(explainer.ended({ kind, limit, detail: 'signal SIGKILL' })).toMatchObject({
      type,
      code,
    });
    expect(explainer.ended({ kind })).toMatchObject({ type, location: null, frames: [] });
  });

  it('have the line of the authored code that was running', () => {
    const sites = graph.sources.get('main.ts')?.sites ?? [];
    const loop = sites.findIndex(({ line }) => line === 5);
    const error = explainer.ended({ kind: 'timeout', site: { module: 'main.ts', site: loop } });
    expect(error.location).toMatchObject({ file: 'main.ts', line: 5 });
    expect(error.frames).toMatchObject([
      { function: 'computed callback', kind: 'pattern', line: 5 },
    ]);
    expect(error.codeFrame).toContain('> 5 |');
  });

  it('survive a site that does not exist', () => {
    expect(
      explainer.ended({ kind: 'timeout', site: { ...site, site: 9_999 } }).location,
    ).toBeNull();
    expect(
      explainer.ended({ kind: 'timeout', site: { module: 'x', site: 0 } }).location,
    ).toBeNull();
  });
});

describe('static findings', () => {
  it('become the error of a run that did not start', () => {
    const range = { start: { line: 2, column: 1 }, end: { line: 2, column: 6 } };
    const diagnostic = {
      severity: 'error',
      message: 'm',
      file: 'main.ts',
      range,
      help: null,
    } as const;
    const source = graph.sources.get('main.ts');
    const verified = diagnosticError({ ...diagnostic, code: 'PB1103' }, source);
    expect(verified).toMatchObject({ type: 'VerificationError', code: 'PB1103' });
    expect(verified.codeFrame).toContain('^^^^^');
    expect(diagnosticError({ ...diagnostic, code: 'PB1001' })).toMatchObject({
      type: 'SyntaxError',
      codeFrame: null,
    });
  });
});
