/** Files that Patternbox itself reads: what it says of them, by their names. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { parse } from 'jsonc-parser';
import { readConfiguration } from '../../../extension/debugging/configuration.ts';
import { inputProblem } from '../../../extension/input.ts';
import { readSettings, type ReadSettings } from '../../../extension/settings.ts';
import { withTypes } from '../../../extension/types-setup/tsconfig.ts';
import { createDiskFileSource, createEngine, type Engine } from '../../../server/engine/index.ts';
import type { ModuleGraph } from '../../../server/protocol/index.ts';
import { compileLocal } from '../../../server/compile/local/module.ts';
import { createPool } from '../../../server/sandbox/index.ts';
import { verifyGraph } from '../../../server/verify/index.ts';
import { programOf } from '../../unit/verify/programs.ts';
import { repository } from '../cli/support.ts';
import { openIn } from '../sandbox/modules.ts';

type Reader = (text: string, folder: string) => unknown;

type Program = (given: { engine: Engine; folder: string }) => Promise<unknown>;

const distDir = path.join(repository, 'dist');

const readers: Readonly<Record<string, Reader>> = {
  '.vscode/launch.json': (text) =>
    (parse(text) as { configurations: unknown[] }).configurations.map(readConfiguration),
  '.vscode/settings.json': (text) => settingsOf(text).problems,
  'tsconfig.json': withTypes,
  /** The input box of the editor. */
  'the input': inputProblem,
  /** A program that uses the engine as a library. */
  'program.js': async (text, folder) => {
    const engine = createEngine({ files: createDiskFileSource(), distDir, spares: 0 });
    try {
      const program = `(async ({ engine, folder }) => {\n${text}\n})`;
      return await (vm.runInThisContext(program) as Program)({ engine, folder });
    } finally {
      await engine.dispose();
    }
  },
  /** With less patience than the command line has. */
  'slow.ts': (text) => compileLocal('slow.ts', text, { stores: true, timeMs: 300 }).diagnostics,
  /** Compiled text, before anything runs. */
  'compiled.js': (code) => verifyGraph(compiled(code)),
  /** The same file once more in one program. */
  'compiled again.js': (code) => {
    const { records, ...graph } = compiled(code);
    return verifyGraph({ ...graph, records: [...records, ...records] });
  },
  /** Compiled text that stands in the sandbox although nothing has checked it. */
  'unchecked.js': async (code) => {
    const pool = createPool({ sandboxDir: path.join(distDir, 'sandbox'), spares: 0 });
    try {
      const { failures, run } = await openIn(pool, { 'unchecked.js': code });
      run.close();
      return failures;
    } finally {
      await pool.dispose();
    }
  },
};

function compiled(code: string): ModuleGraph {
  const imports = [...code.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name ?? '');
  return programOf({ 'compiled.js': { body: code, code, imports } });
}

/** What the settings of a workspace say. */
export function settingsOf(text: string): ReadSettings {
  const written = parse(text) as Record<string, unknown>;
  return readSettings((name) => written[`patternbox.${name}`]);
}

/** What is said of the files in the folder. */
export async function saidOfFiles(folder: string): Promise<string> {
  const said: unknown[] = [];
  for (const [name, read] of Object.entries(readers)) {
    const file = path.join(folder, name);
    if (existsSync(file)) said.push(await read(readFileSync(file, 'utf8'), folder));
  }
  return JSON.stringify(said);
}
