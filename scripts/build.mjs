#!/usr/bin/env node
// Builds everything that runs into dist/ with esbuild and prints what each bundle weighs.
//   node scripts/build.mjs [--watch | --production] [--quiet]
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import esbuild from 'esbuild';
import { noticesFor } from './lib/notices.mjs';
import { linkPlugin } from './lib/plugin.mjs';
import { at, main, root } from './lib/project.mjs';
import { sharedTypeScript } from './lib/shared-typescript.mjs';

const node = { platform: 'node', target: 'node20', format: 'cjs', bundle: true };

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  typescript: {
    ...node,
    entryPoints: { typescript: 'typescript' },
    minify: true,
    sourcemap: false,
  },
  extension: {
    ...node,
    entryPoints: { extension: at('extension/main.ts') },
    external: ['vscode'],
    // Its CommonJS form loads its parts by names that a bundler cannot follow.
    alias: { 'jsonc-parser': at('node_modules/jsonc-parser/lib/esm/main.js') },
  },
  server: {
    ...node,
    entryPoints: { server: at('server/language/main.ts') },
    plugins: [sharedTypeScript],
  },
  cli: {
    ...node,
    entryPoints: { cli: at('server/cli/main.ts') },
    plugins: [sharedTypeScript],
    banner: { js: '#!/usr/bin/env node' },
  },
  plugin: {
    ...node,
    entryPoints: { 'typescript-plugin': at('extension/typescript-plugin/index.ts') },
  },
  bootstrap: { ...node, entryPoints: { 'sandbox/bootstrap': at('server/guest/bootstrap.ts') } },
  // The guest is evaluated as a script, not as a module: it has no `require` and no `import`.
  guest: {
    platform: 'neutral',
    target: 'es2022',
    format: 'iife',
    bundle: true,
    mainFields: ['module', 'main'],
    conditions: ['import'],
    banner: { js: '"use strict";' },
    entryPoints: { 'sandbox/guest': at('server/guest/main.ts') },
  },
  // Evaluated in a compartment when a pattern uses it; `shim` is what the guest looks for.
  temporal: {
    platform: 'neutral',
    target: 'es2022',
    format: 'iife',
    globalName: 'shim',
    bundle: true,
    minify: true,
    sourcemap: false,
    entryPoints: { 'sandbox/temporal': at('server/guest/shims/temporal.ts') },
  },
  webviews: {
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    bundle: true,
    loader: { '.css': 'text' },
    entryPoints: {
      webview: at('extension/webview/main.ts'),
      'trace-view': at('extension/webview/trace/main.ts'),
    },
  },
};

async function options(name, production) {
  return {
    absWorkingDir: root,
    outdir: at('dist'),
    logLevel: 'warning',
    metafile: true,
    legalComments: 'none',
    sourcemap: production ? false : 'linked',
    minify: production,
    ...bundles[name],
  };
}

/** The tests that run inside the editor; mocha and the editor's API are there when they run. */
const suite = {
  ...node,
  entryPoints: ['suite', 'multi-root', 'no-folder'].map((name) => at('test/editor', name, '*.ts')),
  outbase: at('test/editor'),
  outdir: at('dist/test'),
  external: ['vscode', 'mocha'],
};

async function copyAssets() {
  await mkdir(at('dist/sandbox'), { recursive: true });
  await cp(at('node_modules/source-map/lib/mappings.wasm'), at('dist/mappings.wasm'));
  await linkPlugin(root);
}

/** What each bundle weighs, heaviest first. */
function sizes(results) {
  const rows = [];
  for (const { metafile } of results) {
    for (const [file, output] of Object.entries(metafile.outputs)) {
      if (!file.endsWith('.map')) rows.push([file, output.bytes]);
    }
  }
  return rows.sort((one, other) => other[1] - one[1]);
}

function print(rows) {
  for (const [file, bytes] of rows) {
    console.log(`${(bytes / 1024).toFixed(0).padStart(7)} KB  ${file}`);
  }
}

/** Builds once. Also the global set-up of the process tests, so that they never test an old build. */
export default async function build({ production = false, quiet = true } = {}) {
  await copyAssets();
  const results = await Promise.all(
    Object.keys(bundles).map(async (name) => esbuild.build(await options(name, production))),
  );
  const notices = await noticesFor(results.map(({ metafile }) => metafile));
  await writeFile(at('dist/THIRD-PARTY-NOTICES.txt'), notices);
  const rows = sizes(results);
  // Written last: its time says how old the whole build is.
  await writeFile(at('dist/sizes.json'), JSON.stringify(Object.fromEntries(rows), null, 2) + '\n');
  if (!quiet) print(rows);
}

/** Builds the tests that run inside the editor. */
export async function buildSuite() {
  await rm(at('dist/test'), { recursive: true, force: true });
  await esbuild.build({ ...suite, absWorkingDir: root, logLevel: 'warning', sourcemap: 'inline' });
}

async function watch() {
  await copyAssets();
  for (const name of Object.keys(bundles))
    (await esbuild.context(await options(name, false))).watch();
}

if (process.argv[1] === at('scripts/build.mjs')) {
  const given = (option) => process.argv.includes(option);
  await main(async () => {
    try {
      if (given('--watch')) await watch();
      else await build({ production: given('--production'), quiet: given('--quiet') });
    } catch (error) {
      // esbuild has printed what is wrong with the sources.
      if (!Array.isArray(error.errors)) throw error;
      return 1;
    }
  });
}
