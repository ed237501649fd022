/** The callbacks of every builder, rows, inline handlers and what runs later. */
import type { Construct } from './construct.ts';

const act = (body: string): Pick<Construct, 'top' | 'names' | 'out' | 'event'> => ({
  top: `const act = handler<any, { none: any; count: Writable<number> }>(${body});`,
  names: ['act'],
  out: 'act({ none, count })',
  event: true,
});

export const callbacks: readonly Construct[] = [
  { name: 'computed: expression', out: 'computed(() => none./*!*/n)' },
  { name: 'computed: block', out: 'computed(() => { const u = text; return u + none./*!*/n; })' },
  { name: 'computed: throw', out: "computed(() => { throw /*!*/new Error('x' + text); })" },
  {
    name: 'computed: callback of filter',
    out: 'computed(() => list.get().filter((e: any) => e.a./*!*/n))',
  },
  {
    name: 'computed: callback of reduce',
    out: 'computed(() => [1].reduce((sum) => sum + none./*!*/n, 0))',
  },
  {
    name: 'computed: callback of sort',
    out: 'computed(() => [2, 1].sort((a) => a - none./*!*/n))',
  },
  { name: 'computed: view', out: 'computed(() => <p title={text}>{none./*!*/n}</p>)' },
  { name: 'computed: nested', out: 'computed(() => computed(() => none./*!*/n))' },
  { name: 'computed: bare statement', body: 'computed(() => { none./*!*/n; });', out: 'text' },
  {
    name: 'computed: reads another',
    body: 'const c = computed(() => 2);',
    out: 'computed(() => c + none./*!*/n)',
  },
  { name: 'derive', old: true, out: 'derive(none, (x: any) => x./*!*/n)' },
  { name: 'derive: outer name', old: true, out: 'derive(text, (x: any) => x + none./*!*/n)' },
  { name: 'derive in JSX', old: true, out: '<p>{derive(none, (x: any) => x./*!*/n)}</p>' },
  {
    name: 'lift',
    top: 'const look = lift((x: any) => x./*!*/n);',
    names: ['look'],
    out: 'look(none)',
  },
  {
    name: 'lift: object',
    top: 'const look = lift(({ x }: { x: any }) => x./*!*/n);',
    names: ['look'],
    out: 'look({ x: none })',
  },
  { name: 'handler', ...act('(_event, { none }) => { none./*!*/n; }') },
  {
    name: 'handler: after a write',
    ...act('(_event, { none, count }) => { count.set(1); count.set(none./*!*/n); }'),
  },
  { name: 'handler: throw', ...act("() => { throw /*!*/new RangeError('no'); }") },
  { name: 'handler: async', ...act('async (_event, { none }) => { await null; none./*!*/n; }') },
  {
    name: 'handler: after two awaits',
    ...act('async (_event, { none }) => { await null; await 1; return none./*!*/n; }'),
  },
  {
    name: 'handler: function expression',
    ...act('function (_event, { none }) { return none./*!*/n; }'),
  },
  {
    name: 'action',
    body: 'const go = action(() => { count.set(none./*!*/n); });',
    out: 'go',
    event: true,
  },
  { name: 'action: in place', out: 'action(() => { none./*!*/n; })', event: true },
  { name: 'action: async', out: 'action(async () => { await null; none./*!*/n; })', event: true },
  {
    name: 'action: rejected promise',
    out: "action(() => Promise.reject(/*!*/new Error('no')))",
    event: true,
  },
  {
    name: 'inline handler',
    out: '<button onClick={() => { count.set(none./*!*/n); }}>x</button>',
    event: true,
  },
  {
    name: 'inline handler: expression',
    out: '<button onClick={() => none./*!*/n}>x</button>',
    event: true,
  },
  {
    name: 'inline handler: old event',
    old: true,
    out: '<ct-button onct-send={() => none./*!*/n}>x</ct-button>',
    event: true,
  },
  { name: 'row: view', out: 'list.map((item: any) => <i>{item.a./*!*/n + 1}</i>)' },
  {
    name: 'row: block',
    out: 'list.map((item: any) => { const v = item.a./*!*/n + 1; return v; })',
  },
  {
    name: 'row: index',
    out: 'list.map((item: any, index: any) => <i>{index.x./*!*/y + item}</i>)',
  },
  { name: 'row: outer name', out: 'list.map(() => <i>{1 + none./*!*/n}</i>)' },
  { name: 'row: attribute', out: 'list.map((item: any) => <i title={`${item.a./*!*/n}`}>x</i>)' },
  { name: 'row: computed', out: 'list.map((item: any) => computed(() => item.a./*!*/n))' },
  {
    name: 'row: inline handler',
    out: 'list.map((item: any) => <button onClick={() => { count.set(item.a./*!*/n); }}>x</button>)',
    event: true,
  },
  {
    name: 'rows in rows',
    out: 'rows.map((row: any) => row.cells.map((cell: any) => cell + none./*!*/n))',
  },
  { name: 'rows of a plain list', out: '[1, 2].slice(1).map((n) => n + none./*!*/n)' },
  {
    name: 'str',
    top: 'function shout(x: any): any { return x./*!*/name; }',
    names: ['shout'],
    out: 'str`v ${shout(null)}`',
  },
  {
    name: 'a pattern in a pattern',
    top: 'const Inner = pattern<{ x: any }>(({ x }) => ({ y: 1 + x./*!*/n }));',
    names: ['Inner'],
    out: 'Inner({ x: none })',
  },
  {
    name: 'a pattern as a component',
    top: 'const Inner = pattern<{ x: any }>(({ x }) => ({ [UI]: <p>{1 + x./*!*/n}</p> }));',
    names: ['Inner'],
    out: '<Inner x={none} />',
  },
];
