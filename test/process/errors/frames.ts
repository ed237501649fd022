/** The programs around the examples of the pages, which show only what matters. */
import type { StreamEvent } from '../../../server/engine/index.ts';

export interface Framed {
  readonly text: string;
  readonly send?: readonly StreamEvent[];
  readonly input?: unknown;
  readonly limits?: Readonly<Record<string, number>>;
}

type Frame = (example: string) => Framed;

const imports =
  'import { action, assert, computed, fetchJson, handler, lift, pattern, UI, Writable } from "commonfabric";\n' +
  'import type { Default, Stream } from "commonfabric";\n';
const rest = '\nexport default pattern(() => ({}));\n';

/** The example is a module, or a part of one. */
export const asModule: Frame = (example) => {
  const whole = /commonfabric/.test(example) ? example : imports + example;
  return { text: /export default/.test(whole) ? whole : whole + rest };
};
/** The example is what a computation does. */
const computing =
  (before = ''): Frame =>
  (example) => ({
    text: `${imports}${before}\nexport default pattern<{ none?: any }>(({ none }) => ({ out: computed(() => {\n${example}\nreturn 1; }) }));\n`,
  });
/** The example is what a handler does, and `go` is sent. */
const handling =
  (before = '', inPattern = ''): Frame =>
  (example) => ({
    text: `${imports}${before}\nexport default pattern<{ none?: any }>(({ none }) => {\n${inPattern}\nreturn { go: action(async () => {\n${example}\n}) }; });\n`,
    send: [{ stream: 'go' }],
  });
/** The example is the expression of a pattern. */
const asPattern =
  (before = ''): Frame =>
  (example) => ({ text: `${imports}${before}\nexport default ${example}` });
/** The example stands in the body of a pattern. */
const inBody =
  (outputs: string, send?: readonly StreamEvent[], before = ''): Frame =>
  (example) => ({
    text: `${imports}${before}\nexport default pattern<{}>(() => {\n${example}\nreturn { ${outputs} }; });\n`,
    ...(send && { send }),
  });

const item = 'interface Item { title: string }\n';
const load = 'async function load(): Promise<any> { return { lines: { length: 1 } }; }\n';
const go: readonly StreamEvent[] = [{ stream: 'go' }];

/** The frame of a page's example, where it is not a module of its own. */
export const frames: ReadonlyMap<string, Frame> = new Map<string, Frame>([
  ['PB1014', (example) => asModule(`${example}\nexport const shown = totl;\n`)],
  ['PB1118', (example) => ({ text: example })],
  ['PB1201', computing('const line = { name: "Milk" };\n')],
  ['PB1202', handling()],
  ['PB1203', computing()],
  [
    'PB1204',
    (example) => ({
      ...asPattern(`${item}const isTea = ({ title }: Item) => title === "Tea";\n`)(example),
      input: { items: [] },
    }),
  ],
  ['PB1205', (example) => inBody('a: twice(2)', undefined, example)('')],
  ['PB1206', inBody('opened')],
  ['PB1207', handling('const PRICES: number[] = [1];\n')],
  ['PB1208', (example) => inBody('a: computed(() => count(1))', undefined, example)('')],
  ['PB1209', computing('const items: any = [];\n')],
  ['PB1210', asPattern(item)],
  [
    'PB1211',
    computing('const show = (...all: unknown[]) => all;\nconst prices: any = { tea: 1 };\n'),
  ],
  ['PB1212', computing()],
  ['PB1213', computing()],
  ['PB1214', computing()],
  ['PB1216', computing()],
  ['PB1217', computing('const text = "{";\n')],
  ['PB1219', computing()],
  ['PB1220', computing('const width = 1;\nconst margin = 2;\n')],
  ['PB1221', computing('const query = "(";\n')],
  ['PB1222', (example) => computing()(`const Cart: any = class Cart {};\n${example}`)],
  ['PB1223', computing('const prices: any = Object.create(null);\n')],
  [
    'PB1224',
    (example) => ({
      text: `import { pattern } from "commonfabric";\n${example}export default pattern(() => ({ total }));\n`,
    }),
  ],
  ['PB1225', handling('', 'const prices: any = {};')],
  ['PB1227', handling(load, 'const total = new Writable(0);')],
  ['PB1251', inBody('go: action(() => { (total as any).set(3); })', go, 'const a = 1;\n')],
  ['PB1252', handling('', 'const items = new Writable([{ done: false }]);')],
  ['PB1255', (example) => inBody(`[UI]: ${example}`)('const title: any = new Writable("Tea");')],
  ['PB1263', handling('', 'const count: any = new Writable(0);')],
  ['PB1257', handling('', 'const items: any = new Writable("Milk");')],
  ['PB1256', inBody('total')],
  ['PB1258', handling('', 'const increment: any = computed(() => 1);')],
  ['PB1261', handling('const seen = new Set<number>();\nconst id = 1;\n')],
  [
    'PB1270',
    (example) =>
      inBody(`count, loop: ${example.trim().replace(/;$/, '')}`)('const count = new Writable(0);'),
  ],
  [
    'PB1279',
    (example) =>
      inBody('total, go: refresh', go, load)(`const total = new Writable<any>(0);\n${example}`),
  ],
  ['PB1401', (example) => ({ text: example, send: go })],
  ['PB1504', (example) => ({ text: imports + example })],
  ['PB1505', (example) => ({ text: example })],
  [
    'PB1301',
    (example) => ({
      ...computing('const next = (n: number) => n + 1;\n')(`let value = 1;\n${example}`),
      limits: { timeoutMs: 400, cpuTimeoutMs: 5000 },
    }),
  ],
]);
