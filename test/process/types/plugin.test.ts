import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const tsserver = createRequire(import.meta.url).resolve('typescript/lib/tsserver.js');
const Response = v.looseObject({ request_seq: v.number(), body: v.optional(v.unknown()) });
const Diagnostics = v.array(v.looseObject({ text: v.string() }));

let folder: string;
let server: ChildProcess;
let sent = 0;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'patternbox-types-')));
  // As the editor starts it for an extension that contributes the plugin.
  const plugin = ['--globalPlugins', 'patternbox-typescript-plugin'];
  const where = [
    '--pluginProbeLocations',
    root,
    '--useNodeIpc',
    '--disableAutomaticTypingAcquisition',
  ];
  server = fork(tsserver, [...plugin, ...where], { silent: true });
});
afterEach(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

function ask(command: string, parameters: object): Promise<unknown> {
  const seq = ++sent;
  return new Promise((resolve) => {
    server.on('message', (message) => {
      const answer = v.safeParse(Response, message);
      if (answer.success && answer.output.request_seq === seq) resolve(answer.output.body);
    });
    server.send({ seq, type: 'request', command, arguments: parameters });
  });
}

/** What the editor's TypeScript says about a file. */
async function complaintsAbout(name: string, text: string): Promise<string[]> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  server.send({ seq: ++sent, type: 'request', command: 'open', arguments: { file } });
  const found = v.parse(Diagnostics, await ask('semanticDiagnosticsSync', { file }));
  return found.map(({ text: complaint }) => complaint);
}

const jsxGuess = { jsx: 'react-jsx', module: 'esnext', moduleResolution: 'bundler', strict: true };
const lone = `import { NAME, pattern, UI, type Default, type Writable } from 'commonfabric';
import type { Schema } from 'commonfabric/schema';
import type { Confidential } from 'commonfabric/cfc';
export type Used = [Schema<{ type: 'number' }>, Confidential<string>];
export default pattern<{ value?: Writable<number | Default<0>> }>(({ value }) => ({
  [NAME]: 'Lone',
  [UI]: <cf-vstack gap="2"><cf-button onClick={() => value.set(1)}>{value}</cf-button></cf-vstack>,
}));
`;

describe('a pattern alone in a folder', () => {
  it('has its imports and its JSX', async () => {
    await ask('compilerOptionsForInferredProjects', { options: jsxGuess });
    expect(await complaintsAbout('lone.tsx', lone)).toEqual([]);
  });

  it('of the older API too', async () => {
    await ask('compilerOptionsForInferredProjects', { options: jsxGuess });
    const old = `import { type Default, NAME, recipe, UI } from 'commontools';
export default recipe<{ count: Default<number, 0> }>('Old', ({ count }) => ({
  [NAME]: 'Old', [UI]: <ct-card>{count}</ct-card>, count,
}));
`;
    expect(await complaintsAbout('old.tsx', old)).toEqual([]);
  });

  it('still hears about a wrong type', async () => {
    const wrong = lone.replace('value.set(1)', "value.set('one')");
    expect(await complaintsAbout('wrong.tsx', wrong)).toEqual([
      expect.stringContaining("'string'"),
    ]);
  });

  it('has its JSX with a configuration that says nothing about it', async () => {
    writeFileSync(path.join(folder, 'tsconfig.json'), '{"compilerOptions":{"strict":true}}');
    expect(await complaintsAbout('lone.tsx', lone)).toEqual([]);
  });
});

describe('a workspace that has declarations of its own', () => {
  it('uses those', async () => {
    const own = path.join(folder, 'node_modules/commonfabric');
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'package.json'), '{"name":"commonfabric","types":"index.d.ts"}');
    writeFileSync(path.join(own, 'index.d.ts'), 'export declare const mine: 1;');
    const text = `import { mine, pattern } from 'commonfabric';\nexport const two: 2 = mine;\n`;
    expect(await complaintsAbout('own.ts', text)).toEqual([
      expect.stringContaining("no exported member 'pattern'"),
      expect.stringContaining("'1' is not assignable to type '2'"),
    ]);
  });
});

describe('a file that is no pattern', () => {
  it('is asked for React as before', async () => {
    await ask('compilerOptionsForInferredProjects', { options: jsxGuess });
    expect(await complaintsAbout('react.tsx', 'export const a = <b>1</b>;\n')).not.toEqual([]);
  });
});
