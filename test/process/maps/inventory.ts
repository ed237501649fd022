/** What real patterns do besides with reactive values: conditionals, parts, references, services. */
import type { Construct } from './construct.ts';

const own = (names: string): Pick<Construct, 'imports'> => ({
  imports: `import { ${names} } from "commonfabric";`,
});
const child = {
  top: 'const Child = pattern<{ x: any }>(({ x }) => ({ x }));',
  names: ['Child'],
};

export const inventory: readonly Construct[] = [
  { name: 'when', ...own('when'), out: "<p>{when(none./*!*/n > 1, 'x')}</p>" },
  { name: 'unless', ...own('unless'), out: "<p>{unless(none./*!*/n > 1, 'x')}</p>" },
  { name: 'ifElse: second', out: "ifElse(text, none./*!*/n + 1, 'x')" },
  { name: 'filter in a view', out: '<p>{list.filter((e: any) => e.a./*!*/n).length}</p>' },
  {
    name: 'find in an initialiser',
    body: 'const f = list.get().find((e: any) => e.a./*!*/n);',
    out: 'f',
  },
  { name: 'some in a condition', out: '<p>{list.get().some((e: any) => e.a./*!*/n) ? 1 : 2}</p>' },
  {
    name: 'a part of an instance',
    ...child,
    body: 'const { x } = Child({ x: none });',
    out: 'x./*!*/n + 1',
  },
  {
    name: 'a part of a list',
    body: 'const [first] = rows;',
    out: '(first as any).cells[0]./*!*/nope()',
  },
  { name: 'spread of an input in a computation', out: 'computed(() => ({ ...none./*!*/n }))' },
  { name: 'key with several names', out: "computed(() => (list as any).key(0, 'a').get()./*!*/n)" },
  { name: 'key after key', out: "computed(() => (list as any).key(0).key('a').get()./*!*/n)" },
  { name: 'an early return', body: 'if (text) return { out: none./*!*/n + 1 };', out: 'text' },
  {
    name: 'a loop of the body',
    body: 'for (const each of [1]) { (null as any)./*!*/n; }',
    out: 'text',
  },
  { name: 'let in the body', body: 'let v: any = 1; v = (null as any)./*!*/n;', out: 'v' },
  {
    name: 'a cell made of an expression',
    out: 'cell((null as any)./*!*/n)',
    ...own('cell'),
  },
  { name: 'a request', ...own('fetchJson'), out: 'fetchJson<any>({ url: none./*!*/n + "" })' },
  { name: 'a wish', ...own('wish'), out: 'wish<any>({ query: (null as any)./*!*/n })' },
  { name: 'equals', ...own('equals'), out: 'computed(() => equals(none./*!*/n, text))' },
  {
    name: 'a handler with an expression in its state',
    top: 'const show = handler<any, { x: any }>((_event, { x }) => { x.a./*!*/b; });',
    names: ['show'],
    out: 'show({ x: none ?? 1 })',
    event: true,
  },
  {
    name: 'a pattern made in a handler',
    ...child,
    top: 'const Child = pattern<{ x: any }>(({ x }) => ({ x: (null as any)./*!*/n }));',
    out: 'action(() => { list.push(Child({ x: 1 }) as any); })',
    event: true,
  },
  {
    name: 'a pattern made in a computation',
    ...child,
    out: 'computed(() => Child({ x: (null as any)./*!*/n }))',
  },
  { name: 'optional call of a part', out: 'computed(() => none?.n ?? (null as any)./*!*/f?.())' },
  {
    name: 'a label and a switch',
    out: 'computed(() => { at: switch (1) { case 1: none./*!*/n; break at; } return 1; })',
  },
];
