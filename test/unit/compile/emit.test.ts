import { describe, expect, it } from 'vitest';
import { emitted } from './support.ts';

const api =
  'import { computed, equals, handler, ifElse, lift, NAME, pattern, str, UI, Writable, action } from "commonfabric";\n';

/** Takes `($s[0] = $b + n, value)` apart; what stands in strings does not occur in these tests. */
function withoutStores(code: string): string {
  const store = /\(\$s\[0\] = \$b \+ \d+, /.exec(code);
  if (!store) return code.replace(/ ?\$s\[0\] = \$b \+ \d+;/g, '');
  const start = store.index + store[0].length;
  let end = start;
  for (let depth = 1; ; end += 1) {
    if (code[end] === '(') depth += 1;
    if (code[end] === ')') depth -= 1;
    if (depth === 0) break;
  }
  return withoutStores(code.slice(0, store.index) + code.slice(start, end) + code.slice(end + 1));
}

/** The emitted text without the stores and without the lines of the module's frame. */
function core(text: string): string {
  return withoutStores(emitted(api + text))
    .replaceAll('commonfabric_1.', '')
    .split('\n')
    .filter((line) => !/^(?:exports\.|const commonfabric_1)/.test(line))
    .join('\n');
}

/** The emitted value of `x` in a pattern body over `state`, `items` and `count`. */
function inBody(expression: string): string {
  const text = `pattern(({ state, items, count }) => {\nconst x = ${expression};\nreturn x;\n});`;
  const line = core(text)
    .split('\n')
    .find((candidate) => candidate.includes('const x = '));
  return (line ?? '').trim().replace(/^const x = |;$/g, '');
}

describe('expressions of a pattern body', () => {
  const table: readonly (readonly [string, string])[] = [
    ['state.title', 'state.title'],
    ['items[0].title', 'items[0].title'],
    ['"text"', '"text"'],
    ['count + 1', '$pb.x({ $site: () => $pb.r(count) + 1 })'],
    ['!state.done', '$pb.x({ $site: () => !$pb.r(state).done })'],
    ['state.a ? 1 : count', '$pb.x({ $site: () => $pb.r(state).a ? 1 : $pb.r(count) })'],
    ['count.get()', '$pb.x({ $site: () => count.get() })'],
    ['state.key("a").key("b")', 'state.key("a").key("b")'],
    ['items[count]', '$pb.x({ $site: () => $pb.r(items)[$pb.r(count)] })'],
    ['state.list.length > 0', '$pb.x({ $site: () => $pb.r(state).list.length > 0 })'],
    ['{ a: count, b: count + 1 }', '{ a: count, b: $pb.x({ $site: () => $pb.r(count) + 1 }) }'],
    ['[count, -count]', '[count, $pb.x({ $site: () => -$pb.r(count) })]'],
    ['ifElse(count, 1, 2)', '(0, ifElse)(count, 1, 2)'],
    ['ifElse(!count, 1, 2)', '(0, ifElse)($pb.x({ $site: () => !$pb.r(count) }), 1, 2)'],
    ['computed(() => count + 1)', '$pb.at(1, computed)(() => $pb.r(count) + 1)'],
    ['computed(() => count.get())', '$pb.at(1, computed)(() => count.get())'],
    ['new Writable(0)', 'new ($pb.at(1, Writable))(0)'],
    ['Writable.of(0)', '$pb.at(1, Writable.of)(0)'],
    ['items.map((i) => i.title)', 'items.map((i) => i.title)'],
    ['items.map((i) => i.n + 1)', 'items.map((i) => $pb.x({ $site: () => $pb.r(i).n + 1 }))'],
    [
      'items.filter((i) => i.done).map((i) => i.title)',
      '$pb.x({ $site: () => $pb.r(items).filter((i) => i.done) }).map((i) => i.title)',
    ],
    ['Math.max(count, 1)', '$pb.x({ $site: () => Math.max($pb.r(count), 1) })'],
    ['Math.max(1, 2)', 'Math.max(1, 2)'],
    ['`${count}!`', '$pb.x({ $site: () => `${$pb.r(count)}!` })'],
    ['str`${count}!`', '(0, str) `${count}!`'],
    ['count as number', 'count'],
    ['(count as number) + 1', '$pb.x({ $site: () => $pb.r(count) + 1 })'],
    ['equals(count, state)', '$pb.x({ $site: () => (0, equals)($pb.r(count), $pb.r(state)) })'],
  ];
  for (const [authored, expected] of table) {
    it(`emits ${authored}`, () => {
      expect(inBody(authored)).toBe(expected);
    });
  }
});

describe('captured names in computations', () => {
  const table: readonly (readonly [string, string])[] = [
    ['state.a.b', '$pb.r(state).a.b'],
    ['count.set(1)', 'count.set(1)'],
    ['state.list.push(1)', '$pb.p(state, "list").push(1)'],
    ['new Map().get(count)', 'new Map().get($pb.r(count))'],
    ['state.get(1)', '$pb.r(state).get(1)'],
    ['lift((n: number) => n)(count)', '$pb.at(2, lift)((n) => n)(count)'],
    ['ifElse(state.a, count, 1)', '(0, ifElse)($pb.p(state, "a"), count, 1)'],
    ['{ count }', '({ count: $pb.r(count) })'],
    ['typeof count', 'typeof $pb.r(count)'],
    ['[1].map((n) => n + count)', '[1].map((n) => n + $pb.r(count))'],
    [
      '<a $value={state.a} b={count} />',
      '$pb.h("a", { "$value": $pb.p(state, "a"), b: $pb.r(count) })',
    ],
    ['<a onClick={state.go} />', '$pb.h("a", { onClick: $pb.p(state, "go") })'],
  ];
  for (const [authored, expected] of table) {
    it(`emits ${authored}`, () => {
      const body = authored.startsWith('{') ? `(${authored})` : authored;
      expect(inBody(`computed(() => ${body})`)).toBe(`$pb.at(1, computed)(() => ${expected})`);
    });
  }

  it('never reads a name that is written', () => {
    const text = core(
      'pattern(() => { let n = 0; let m; return action(() => { n++; n += 1; [m] = [n]; ({ m } = { m: n }); }); });',
    );
    expect(text).toContain('n++;');
    expect(text).toContain('n += 1;');
    expect(text).toContain('[m] = [$pb.r(n)];');
    expect(text).toContain('({ m } = { m: $pb.r(n) });');
  });

  it('leaves names of the closure itself and shadowing names alone', () => {
    expect(inBody('computed(() => { const count = 1; return count; })')).toContain(
      '$pb.at(1, computed)(() => {',
    );
    expect(core('pattern(({ a }) => computed(() => ((a) => a)(1)));')).not.toContain('$pb.r(');
  });

  it('treats inline handlers as computations of their own', () => {
    expect(inBody('<a onClick={() => count.set(state.n)} />')).toBe(
      '$pb.h("a", { onClick: () => count.set($pb.r(state).n) })',
    );
  });
});

describe('names that may be factories', () => {
  it('leaves the choice between reading and passing on to run time', () => {
    const text = emitted(
      'import { pattern } from "commonfabric";\nimport { Child } from "./main.tsx";\n' +
        'export const P = pattern(({ a }) => ({ c: Child({ a, b: a.b, n: a.n + 1 }) }));\nexport { P as Child };',
    );
    expect(text).toContain(
      '$pb.x({ $site: () => ($s[0] = $b + 1, (0, main_1.Child)({ a: $pb.arg(main_1.Child, a), ' +
        'b: $pb.arg(main_1.Child, $pb.p(a, "b")), n: $pb.x({ $site: () => $pb.r(a).n + 1 }) })) }, main_1.Child)',
    );
  });

  it('passes references to factories of the same file', () => {
    const text = core(
      'const Row = pattern(({ item }) => ({ item }));\n' +
        'pattern(({ a }) => computed(() => Row({ item: a.b, n: a.n + 1 })));',
    );
    expect(text).toContain('Row({ item: $pb.p(a, "b"), n: $pb.r(a).n + 1 })');
  });
});

describe('module scope', () => {
  it('freezes data, functions and classes', () => {
    const text = core(
      'const a = { x: 1 };\nconst s = "x";\nconst r = /x/;\nconst f = () => 1;\nfunction g() {}\nclass K {}\n' +
        'const m = new Map([[1, 2]]);\nconst i = (() => [1])();\nenum E { A, B = "b" }',
    );
    expect(text.split('\n')).toEqual([
      '$pb.fns(g);',
      'const a = $pb.data({ x: 1 });',
      'const s = "x";',
      'const r = $pb.data(/x/);',
      'const f = () => 1;',
      '$pb.fns(f);',
      'function g() { }',
      'class K {',
      '}',
      '$pb.fns(K);',
      'const m = $pb.data(new Map([[1, 2]]));',
      'const i = $pb.data((() => [1])());',
      'const E = $pb.data({',
      '    ["A"]: 0,',
      '    ["0"]: "A",',
      '    ["B"]: "b"',
      '});',
    ]);
  });

  it('drops types and imports that only types use', () => {
    const text = emitted(
      'import type { A } from "./a.ts";\nimport { B } from "./b.ts";\ninterface C { b: B; a: A }\n' +
        'declare const d: C;\nexport type { A };\nexport const x = 1 as unknown as B;',
    );
    expect(text).toBe(
      'exports.x = void 0;\n$pb.constants({ x: () => x });\nconst x = 1;\nexports.x = x;',
    );
  });

  it('registers the constants that types name', () => {
    expect(emitted('const LIMIT = 5;\ntype T = typeof LIMIT;\nexport const DATA = [1];')).toContain(
      '$pb.constants({ DATA: () => DATA, LIMIT: () => LIMIT });',
    );
  });
});
