/** Every phase of a run says what was running, in which pattern, for which event. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunError, RunResult } from '../../../server/protocol/index.ts';
import type { StreamEvent } from '../../../server/engine/index.ts';
import { memoryEngine } from '../maps/run-sites.ts';

let memory: ReturnType<typeof memoryEngine>;
beforeAll(() => {
  memory = memoryEngine();
});
afterAll(() => memory.engine.dispose());

let runs = 0;
async function run(
  statements: string,
  { top = '', send }: { readonly top?: string; readonly send?: readonly StreamEvent[] } = {},
): Promise<RunResult> {
  const folder = `phase-${(runs += 1)}`;
  const text = [
    'import { UI, action, computed, handler, lift, pattern, Writable } from "commonfabric";',
    top,
    'const Counter = pattern<{ none?: any }>(({ none }) => {',
    statements,
    '});',
    'export default Counter;',
  ].join('\n');
  memory.put({ [`${folder}/main.tsx`]: text });
  const root = path.resolve('/maps', folder);
  return memory.engine.run({ file: path.join(root, 'main.tsx'), root, ...(send ? { send } : {}) });
}

async function errorOf(...args: Parameters<typeof run>): Promise<RunError> {
  const { error } = await run(...args);
  if (error === null) throw new Error('nothing was reported');
  return error;
}

const go: readonly StreamEvent[] = [{ stream: 'go' }];

describe('each phase', () => {
  it('loading a module', async () => {
    const error = await errorOf('return {};', { top: 'const a: any = null; const b = a.c;' });
    expect(error.during).toBe('loading of main.tsx');
    expect(error.location).toMatchObject({ file: 'main.tsx', line: 2 });
  });

  it('the body of a pattern', async () => {
    const error = await errorOf('const a: any = null; a.b; return {};');
    expect(error.during).toBe('start of pattern Counter');
    expect(error.frames[0]?.function).toContain('Counter');
  });

  it('a computation, with its name', async () => {
    const error = await errorOf('const total = computed(() => (null as any).x); return { total };');
    expect(error.during).toBe('computed total');
    expect(error.builtAt).toMatchObject({ file: 'main.tsx', line: 4, column: 15 });
    expect(error.pattern).toBe('Counter');
  });

  it('a lift, with its name', async () => {
    const top = 'const double = lift((x: any) => x.n.m);';
    const error = await errorOf('return { a: double(none ?? 1) };', { top });
    expect(error.during).toBe('lift double');
  });

  it('an expression of a view says the pattern that it is in', async () => {
    const error = await errorOf('return { [UI]: <p>{1 + (none as any)!.x.y}</p>, none };', {});
    expect(error.during).toBe('pattern Counter');
  });

  it('a handler, with the event', async () => {
    const top = 'const add = handler<any, any>(() => { throw new Error("no"); });';
    const error = await errorOf('return { go: add({}) };', { top, send: go });
    expect(error.during).toBe('handler add after go event');
    expect(error.location).toMatchObject({ line: 2 });
  });

  it('a handler that rejects after an await, with its event and its caller', async () => {
    const top =
      'async function load(): Promise<number> { await null; throw new Error("late"); }\n' +
      'const add = handler<any, any>(async () => { await load(); });';
    const error = await errorOf('return { go: add({}) };', { top, send: go });
    expect(error.during).toBe('handler add after go event');
    expect(error.location).toMatchObject({ line: 2 });
    expect(error.frames.map(({ function: name, async }) => [name, async ?? false])).toEqual([
      ['load', false],
      ['add handler', true],
    ]);
  });

  it('a promise that nobody waits for', async () => {
    const top = 'async function load(): Promise<number> { await null; throw new Error("late"); }';
    const error = await errorOf('return { go: action(() => { void load(); }) };', {
      top,
      send: go,
    });
    expect(error.message).toBe('late');
    expect(error.during).toBe('a promise that was rejected after go event');
    expect(error.location).toMatchObject({ line: 2 });
  });

  it('a rejection in a computation', async () => {
    const error = await errorOf(
      'const total = computed(async () => { await null; throw new Error("late"); }); return { total };',
    );
    expect(error.message).toBe('late');
    expect(error.location).toMatchObject({ line: 4 });
  });

  it('a getter of the result', async () => {
    const result = await run(
      'return { a: computed(() => ({ get b() { throw new Error("got"); } })) };',
    );
    expect(result.error).toMatchObject({ message: 'got', location: { line: 4 } });
  });

  it('one error does not hide another, and the first in time is first', async () => {
    const result = await run(
      'return { a: computed(() => { throw new Error("1"); }), b: computed(() => { throw new Error("2"); }) };',
    );
    expect([result.error, ...result.errors].map((error) => error?.message)).toEqual(['1', '2']);
  });
});

describe('odd throws', () => {
  const thrown = (statement: string): Promise<RunError> =>
    errorOf(`return { go: action(() => {\n${statement}\n}) };`, { send: go });

  it.each([
    ['null', 'throw null;', /null/],
    ['undefined', 'throw undefined;', /undefined/],
    ['a string', 'throw "words";', /words/],
    ['a number', 'throw 42;', /42/],
    ['a symbol', 'throw Symbol("s");', /Symbol\(s\)/],
    ['a function', 'throw () => 1;', /function/],
    ['an object with a message', 'throw { message: "said" };', /said/],
    ['a frozen error', 'throw Object.freeze(new Error("cold"));', /cold/],
    ['a Proxy', 'throw new Proxy(new Error("x"), {});', /Proxy/],
    [
      'a Proxy that throws',
      'throw new Proxy({}, { get() { throw new Error("trap"); } });',
      /Proxy/,
    ],
    ['a getter', 'throw { get message(): string { throw new Error("trap"); } };', /object/],
    ['no message', 'throw new RangeError();', /RangeError/],
  ])('%s is shown, at the action where no frame is left', async (_name, statement, says) => {
    const error = await thrown(statement);
    expect(error.message).toMatch(says);
    expect(error.location).not.toBeNull();
    expect(error.during).toBe('action go after go event');
  });

  it('a class of its own keeps its name, and its place is where it was made', async () => {
    const error = await thrown(
      'class Empty extends Error { name = "Empty"; }\nconst made = new Empty("gone");\nthrow made;',
    );
    expect(error).toMatchObject({ name: 'Empty', message: 'gone', location: { line: 6 } });
  });

  it('a chain of causes, each with its place', async () => {
    const error = await thrown(
      'try {\nthrow new TypeError("inner");\n} catch (cause) {\nthrow new Error("outer", { cause });\n}',
    );
    expect(error).toMatchObject({ message: 'outer', location: { line: 8 } });
    expect(error.cause).toMatchObject({
      name: 'TypeError',
      message: 'inner',
      location: { line: 6 },
    });
  });

  it('a cause that leads back to itself ends', async () => {
    const error = await thrown('const e: any = new Error("loop"); e.cause = e; throw e;');
    expect(error.message).toBe('loop');
    expect(error.cause?.cause ?? null).toBeNull();
  });

  it('the errors of an AggregateError', async () => {
    const error = await thrown('throw new AggregateError([new Error("a"), "b", null], "both");');
    expect(error.message).toBe('both');
    expect(error.errors.map(({ message }) => message)).toEqual([
      'a',
      expect.stringContaining('b'),
      expect.stringContaining('null'),
    ]);
  });

  it('a huge message is cut', async () => {
    const error = await thrown('throw new Error("x".repeat(5_000_000));');
    expect(error.message.length).toBeLessThan(5_000);
    expect(error.location).toMatchObject({ line: 5 });
  });

  it('a forged stack changes nothing', async () => {
    const error = await thrown(
      'const e: any = new Error("forged");\ntry { e.stack = "Error: forged\\n at evil (other.ts:1:1)"; } catch {}\nthrow e;',
    );
    expect(error.location === null || error.location.file === 'main.tsx').toBe(true);
    expect(JSON.stringify(error.frames)).not.toContain('other.ts');
  });

  it('a forged code of ours is no message of ours', async () => {
    const error = await thrown('throw Object.assign(new Error("fake"), { code: "PB1259" });');
    expect(error).toMatchObject({ code: 'PB1201', message: 'fake', type: 'RuntimeError' });
  });

  it('recursion is folded and counted', async () => {
    const error = await thrown(
      'const again = (n: number): number => {\nif (n === 0) throw new Error("deep");\nreturn again(n - 1);\n};\nagain(50);',
    );
    expect(error.frames.find(({ repeated }) => repeated !== undefined)?.repeated).toBe(50);
  });
});
