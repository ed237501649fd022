// Builds the sandbox and the driver from the sources with some layers removed, into a folder of its
// own, and runs cases on it.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import esbuild from 'esbuild';
import { at } from '../../scripts/lib/project.mjs';
import { removals } from './mutations.mjs';

const RUN_MS = 120_000;

/** Applies the edits while the sources are read. */
function mutate(names) {
  const edits = names.flatMap((name) => removals[name]);
  const byFile = Map.groupBy
    ? Map.groupBy(edits, ({ file }) => at(file))
    : edits.reduce(
        (map, one) => map.set(at(one.file), [...(map.get(at(one.file)) ?? []), one]),
        new Map(),
      );
  return {
    name: 'mutate',
    setup(build) {
      build.onLoad({ filter: /\/server\/.*\.ts$/ }, async ({ path: file }) => {
        const own = byFile.get(file);
        if (own === undefined) return undefined;
        let contents = await readFile(file, 'utf8');
        for (const { find, put } of own) {
          if (!contents.includes(find)) throw new Error(`${file} has no "${find}" any more.`);
          contents = contents.replace(find, () => put);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}

const shared = {
  name: 'shared-typescript',
  setup(build) {
    build.onResolve({ filter: /^typescript$/ }, () => ({
      path: at('dist/typescript.js'),
      external: true,
    }));
  },
};

/** Builds with the named layers removed; gives the folder. */
export async function buildMutant(names) {
  const outdir = await mkdtemp(path.join(tmpdir(), 'patternbox-mutant-'));
  const node = {
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    bundle: true,
    outdir,
    logLevel: 'error',
  };
  const plugins = [mutate(names), shared];
  await Promise.all([
    esbuild.build({
      ...node,
      plugins,
      entryPoints: { 'sandbox/bootstrap': at('server/guest/bootstrap.ts') },
    }),
    esbuild.build({
      ...node,
      plugins,
      platform: 'neutral',
      target: 'es2022',
      format: 'iife',
      mainFields: ['module', 'main'],
      conditions: ['import'],
      banner: { js: '"use strict";' },
      entryPoints: { 'sandbox/guest': at('server/guest/main.ts') },
    }),
    esbuild.build({
      ...node,
      plugins,
      define: { 'import.meta.dirname': JSON.stringify(at('test/hostile')) },
      entryPoints: { driver: at('test/hostile/driver.ts') },
    }),
    cp(at('dist/mappings.wasm'), path.join(outdir, 'mappings.wasm')),
  ]);
  return outdir;
}

/** What the cases report on a build with the named layers removed. */
export async function runMutant(names, cases) {
  const folder = await buildMutant(names);
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [path.join(folder, 'driver.js'), folder, ...cases],
      { timeout: RUN_MS, killSignal: 'SIGKILL' },
    );
    return JSON.parse(stdout.trim().split('\n').at(-1));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
