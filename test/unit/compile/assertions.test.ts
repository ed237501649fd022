/** What the compiler notes of the bodies of `assert`. */
import { describe, expect, it } from 'vitest';
import { emitted } from './support.ts';

const head = `import { assert, pattern, TESTS, equals } from 'commonfabric';\n`;

/** The sources that one assertion notes, in the order of evaluation. */
function operands(body: string, names = 'a, b, c, list'): string[] {
  const text = `${head}export default pattern<{ ${names
    .split(', ')
    .map((name) => `${name}: unknown`)
    .join('; ')} }>(({ ${names} }) => ({ [TESTS]: [{ assertion: assert(() => ${body}) }] }));\n`;
  return [...emitted(text).matchAll(/\$pb\.operand\("((?:[^"\\]|\\.)*)"/g)].map(
    ([, source]) => JSON.parse(`"${source ?? ''}"`) as string,
  );
}

describe('the operands of an assertion', () => {
  it('are both sides of a comparison, literals left out', () => {
    expect(operands('a <= b').sort()).toEqual(['a', 'b']);
    expect(operands('a === 45')).toEqual(['a']);
    expect(operands('a === -1')).toEqual(['a']);
    expect(operands('undefined !== a')).toEqual(['a']);
  });

  it('go into arithmetic and logic', () => {
    expect(operands('a + b <= c').sort()).toEqual(['a', 'a + b', 'b', 'c']);
    expect(operands('a && !b').sort()).toEqual(['!b', 'a', 'b']);
    expect(operands('a ? b : c').sort()).toEqual(['a', 'b', 'c']);
    expect(operands('(a ?? b) === c').sort()).toEqual(['a', 'a ?? b', 'b', 'c']);
  });

  it('are the arguments of a call, or its receiver when those explain themselves', () => {
    expect(operands('equals(a, b)').sort()).toEqual(['a', 'b']);
    expect(operands('list.includes(a)')).toEqual(['a']);
    expect(operands('list.includes("x")')).toEqual(['list']);
    expect(operands('list.every((each) => each > a)')).toEqual(['list']);
    expect(operands('Array.isArray(a)')).toEqual(['a']);
    expect(operands('Math.max(1, 2)')).toEqual([]);
    expect(operands('a.get()')).toEqual([]);
  });

  it('never end the short circuit of an optional chain', () => {
    expect(operands('a?.b.includes("x")')).toEqual([]);
    expect(operands('a?.b === 1')).toEqual(['a?.b']);
  });

  it('are those of every return of a block', () => {
    expect(operands('{ const n = a; if (b) return n > 1; return c === 2; }').sort()).toEqual([
      'c',
      'n',
    ]);
  });

  it('are not noted where the body must stay as it is', () => {
    expect(operands('({ ok: a === b })')).toEqual([]);
    const text = `${head}export default pattern(() => ({ [TESTS]: [{ assertion: assert(async () => (await x) === 1) }] }));\ndeclare const x: Promise<number>;`;
    expect(emitted(text)).not.toContain('$pb.assertion');
  });

  it('stand only in assertions', () => {
    const text = `${head}const assert2 = (f: () => boolean) => f();\nexport default pattern<{ a: number }>(({ a }) => ({ b: assert2(() => a === 1) }));\n`;
    expect(emitted(text)).not.toContain('operand');
  });
});
