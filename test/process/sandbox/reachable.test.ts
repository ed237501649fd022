/**
 * Every function of ours that a pattern can reach, found in a live sandbox and compared with the one
 * file that lists them. `UPDATE_REACHABLE=1` writes the file anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createDiskFileSource, createEngine } from '../../../server/engine/index.ts';
import { project } from '../cli/support.ts';

const distDir = fileURLToPath(new URL('../../../dist', import.meta.url));
const listed = new URL('../../../docs/reference/reachable-functions.md', import.meta.url);

/** Walks own properties, accessors and prototypes; what the language itself has is left out. */
const walker = `
const isObject = (value: any) =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const nameOf = (key: any) => (typeof key === 'symbol' ? '[' + String(key.description) + ']' : key);

export function walk(roots: any, known: any, onFunction: any) {
  const queue: any[] = Object.keys(roots).sort().map((name) => [name, roots[name]]);
  for (let at = 0; at < queue.length; at += 1) {
    const [path, value] = queue[at];
    if (!isObject(value) || known.has(value)) continue;
    known.add(value);
    if (typeof value === 'function') onFunction(path);
    const keys: any[] = Reflect.ownKeys(value);
    for (const key of keys.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
      const found: any = Reflect.getOwnPropertyDescriptor(value, key);
      const below = path === '' ? nameOf(key) : path + '.' + nameOf(key);
      if (!found) continue;
      queue.push([below, found.value]);
      queue.push(['get ' + below, found.get]);
      queue.push(['set ' + below, found.set]);
    }
    queue.push([path + '.__proto__', Reflect.getPrototypeOf(value)]);
  }
}

export function language() {
  const forms = [
    function () {}, () => 1, async () => 1, function* () {}, async function* () {}, class {},
    /a/, [][Symbol.iterator](), ''[Symbol.iterator](), new Map().entries(), new Set().values(),
    ''.matchAll(/a/g), (function* (): any {})(), (async function* (): any {})(), Promise.resolve(),
    new Error('x'), (function () { return arguments; })(),
  ];
  return { bare: new Compartment().globalThis, ...Object.fromEntries(forms.entries()) };
}
`;

const survey = `
import * as fabric from 'commonfabric';
import * as tools from 'commontools';
import { action, computed, handler, lift, pattern, Writable } from 'commonfabric';
import { language, walk } from './walk.ts';

const doubled = lift((n: number) => n * 2);
const change = handler<{}, {}>(() => {});
export const Inner = pattern<{ n: number }>(({ n }) => ({ n }));

export default pattern(() => {
  const cell = new Writable(1);
  const go = action(() => cell.set(2));
  const look = action(() => {
    const known = new Set();
    walk(language(), known, () => {});
    const lines: string[] = [];
    const roots = {
      '': globalThis,
      'commonfabric': fabric,
      'commontools': tools,
      'a cell': cell,
      'a stream': go,
      'a lift': doubled,
      'a handler': change,
      'a pattern': Inner,
      'a URL': new URL('http://a/?b=c'),
      'its parameters': new URL('http://a/?b=c').searchParams,
      'entries of parameters': new URL('http://a/?b=c').searchParams.entries(),
    };
    walk(roots, known, (path: string) => lines.push(path));
    console.log(JSON.stringify(lines));
    console.log(JSON.stringify(Reflect.ownKeys(globalThis).map(String)));
  });
  return { look, computed: computed(() => cell.get()) };
});
`;

async function found(): Promise<{ readonly functions: string[]; readonly globals: string[] }> {
  const cwd = project({ 'walk.ts': walker, 'survey.tsx': survey });
  const engine = createEngine({ files: createDiskFileSource(), distDir, spares: 0 });
  onTestFinished(() => engine.dispose());
  const limits = { maxOutputBytes: 8 * 1024 * 1024 };
  const run = await engine.run({
    file: `${cwd}/survey.tsx`,
    root: cwd,
    limits,
    send: [{ stream: 'look' }],
  });
  expect(run.error).toBeNull();
  const [functions = '[]', globals = '[]'] = run.console.map(({ text }) => text);
  return { functions: JSON.parse(functions) as string[], globals: JSON.parse(globals) as string[] };
}

const head = `# Every function that a pattern can reach

Found in a live sandbox by walking everything that a pattern can name, with its prototypes and
accessors; what the language itself has in a bare compartment is left out. A test compares this file
with the sandbox. What each does and which of them reach the host is said in
\`server/guest/endowments.ts\`.
`;

it('every function that a pattern can reach is in the list, and no other', async () => {
  const { functions } = await found();
  const text = `${head}\n${functions.map((path) => `- \`${path}\`\n`).join('')}`;
  if (process.env['UPDATE_REACHABLE'] === '1') writeFileSync(listed, text);
  expect(text.split('\n')).toEqual(readFileSync(listed, 'utf8').split('\n'));
});
