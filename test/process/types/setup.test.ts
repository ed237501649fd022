/** What `Set Up Types` writes is enough for TypeScript without our plugin. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { expect, it, onTestFinished } from 'vitest';
import { typesFolder, withTypes } from '../../../extension/types-setup/tsconfig.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const lone = `import { action, computed, handler, lift, NAME, pattern, SELF, UI, Writable, type Default, type Stream } from 'commonfabric';
import { recipe } from 'commontools';
import type { Schema } from 'commonfabric/schema';
const add = handler<void, { value: Writable<number> }>((_event, { value }) => value.set(value.get() + 1));
export const Old = recipe('Old', () => ({ kind: 'old' as Schema<{ type: 'string' }> }));
const half = lift<{ n: number }>(({ n }) => n / 2);
interface Room { names?: string[] }
const Child = pattern<{ start: number }>(({ start }) => ({ deep: { n: start } }));
export const Parent = pattern<{ pick?: Stream<{ room: Room }> }, { me: unknown; n: number }>(({ pick, [SELF]: self }) => {
  const room = new Writable<Room>({});
  const names = room.key('names').map((name) => name.toUpperCase());
  const choose = action<void, boolean>(() => { pick.send({ room }); return names.length > 0; });
  return { me: self, n: Child({ start: half({ n: 4 }) }).deep.n, choose };
});
export default pattern<{ value?: Writable<number | Default<0>> }>(({ value }) => ({
  [NAME]: computed(() => \`Lone: \${value.get()}\`),
  [UI]: <cf-button onClick={add({ value })}>{value}</cf-button>,
}));
const mistake: string = 1;
`;

/** What TypeScript says of a folder as its tsconfig.json wants it. */
function complaintsAbout(folder: string): string[] {
  const read = (file: string) => ts.sys.readFile(file);
  const config: unknown = ts.readConfigFile(path.join(folder, 'tsconfig.json'), read).config;
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it.each([
  ['none', undefined],
  ['an empty one', '{}'],
  ['one that has a base', '{ "compilerOptions": { "baseUrl": "src", "strict": true } }'],
])('a lone pattern beside %s', (_name, before) => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'patternbox-setup-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const change = withTypes(before);
  if (change.kind !== 'change') throw new Error(change.kind);
  mkdirSync(path.join(folder, path.dirname(typesFolder)), { recursive: true });
  cpSync(path.join(root, 'types'), path.join(folder, typesFolder), { recursive: true });
  writeFileSync(path.join(folder, 'tsconfig.json'), change.text);
  writeFileSync(path.join(folder, 'lone.tsx'), lone);
  expect(complaintsAbout(folder).filter((text) => !text.includes("'baseUrl'"))).toEqual([
    "Type 'number' is not assignable to type 'string'.",
  ]);
});
