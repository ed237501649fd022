import { expect, test } from 'vitest';
import { patternbox, project, runJson } from './support.ts';

const counter = `import { handler, NAME, pattern, UI, type Default, type Stream, type Writable } from "commonfabric";

interface Input { value?: Writable<number | Default<0>> }

const increment = handler<void, { value: Writable<number> }>((_, { value }) => {
  value.set(value.get() + 1);
});

export default pattern<Input, { value: number; increment: Stream<void> }>(({ value }) => ({
  [NAME]: "Counter",
  [UI]: <div>Count: {value}</div>,
  value,
  doubled: value.get() * 2,
  increment: increment({ value }),
}));
`;

test('a counter runs, and an event changes it', async () => {
  const cwd = project({ 'counter.tsx': counter });
  const first = await runJson(['counter.tsx'], cwd);
  expect(first.error).toBeNull();
  expect(first).toMatchObject({
    schemaVersion: 1,
    success: true,
    outcome: 'completed',
    file: 'counter.tsx',
    export: 'default',
    exports: [{ name: 'default', kind: 'pattern' }],
    result: {
      $NAME: 'Counter',
      value: 0,
      doubled: 0,
      increment: { $type: 'stream', path: 'increment' },
      $UI: { type: 'vnode', name: 'div', children: ['Count: ', 0] },
    },
  });
  const sent = await runJson(['counter.tsx', '--send', 'increment', '--send', 'increment'], cwd);
  expect(sent.result).toMatchObject({ value: 2, doubled: 4 });
});

test('the argument comes from --input, as text or from a file', async () => {
  const cwd = project({ 'counter.tsx': counter, 'input.json': '{ "value": 41 }' });
  const inline = await runJson(['counter.tsx', '--input', '{"value": 7}'], cwd);
  expect(inline.result).toMatchObject({ value: 7, doubled: 14 });
  const fromFile = await runJson(
    ['counter.tsx', '--input', '@input.json', '--send', 'increment'],
    cwd,
  );
  expect(fromFile.result).toMatchObject({ value: 42 });
});

test('a throw three calls deep in a sibling is reported at its place, with the author’s frames only', async () => {
  const cwd = project({
    'main.tsx': `import { computed, pattern, UI } from "commonfabric";
import { label } from "./labels";
export default pattern<{ items: { title: string }[] }>(({ items }) => ({
  [UI]: <ul>{items.map((item) => <li>{computed(() => label(item))}</li>)}</ul>,
}));
`,
    'labels.ts': `export function label(item: { title: string }) { return upper(item); }
function upper(item: { title: string }) { return shout(item).toUpperCase(); }
function shout(item: { title: string }) {
  if (item.title === "bad") throw new Error("no shouting");
  return item.title + "!";
}
`,
  });
  const args = ['main.tsx', '--input', '{"items":[{"title":"good"},{"title":"bad"}]}'];
  const result = await runJson(args, cwd);
  expect(result.success).toBe(false);
  expect(result.error).toMatchObject({
    type: 'RuntimeError',
    name: 'Error',
    message: 'no shouting',
    location: { file: 'labels.ts', line: 4, column: 35 },
  });
  const places = result.error?.frames.map(({ function: name, file, line, column }) => ({
    name,
    at: `${file}:${line}:${column}`,
  }));
  expect(places).toEqual([
    { name: 'shout', at: 'labels.ts:4:35' },
    { name: 'upper', at: 'labels.ts:2:50' },
    { name: 'label', at: 'labels.ts:1:57' },
    { name: 'computed callback', at: 'main.tsx:4:54' },
  ]);
  expect(result.error?.hiddenFrames).toBeGreaterThan(0);

  const debug = await runJson([...args, '--debug'], cwd);
  const frames = debug.error?.frames ?? [];
  expect(debug.error?.hiddenFrames).toBe(0);
  expect(frames.filter(({ kind }) => kind === 'pattern')).toHaveLength(4);
  expect(frames.some(({ kind }) => kind === 'runtime')).toBe(true);
  expect(frames.length).toBe(4 + (result.error?.hiddenFrames ?? 0));
});

test('wrong usage ends with exit code 2 and one clear sentence', async () => {
  const missing = await patternbox(['run', 'no-such-file.tsx']);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('Cannot read no-such-file.tsx: there is no such file.');
  const unknown = await patternbox(['run', 'examples/counter.tsx', '--allow-everything']);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('--allow-everything');
  const bounds = await patternbox(['run', 'examples/counter.tsx', '--timeout', '5', '--json']);
  expect(bounds.code).toBe(2);
  const document = JSON.parse(bounds.stdout) as { success: boolean; error: { message: string } };
  expect(document.success).toBe(false);
  expect(document.error.message).toContain('from 100 to 600000 (ms); "5" is not one');
});

test('a missing export is named together with those that exist', async () => {
  const cwd = project({ 'counter.tsx': counter });
  const result = await runJson(['counter.tsx', '--export', 'Timer'], cwd);
  expect(result).toMatchObject({ success: false, error: { code: 'PB1504' } });
  expect(result.error?.message).toContain('"default"');
});

test('a stream that does not exist is named together with those that do', async () => {
  const cwd = project({ 'counter.tsx': counter });
  const result = await runJson(['counter.tsx', '--send', 'decrement'], cwd);
  expect(result).toMatchObject({ success: false, error: { code: 'PB1506' } });
  expect(result.error?.message).toContain('"increment"');
});
