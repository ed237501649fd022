#!/usr/bin/env node
// Builds everything that runs into dist/ with esbuild and prints what each bundle weighs.
//   node scripts/build.mjs [--watch] [--production]
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);

// TypeScript is one bundle of its own, shared by the server and the command line.
const sharedTypeScript = {
  name: 'shared-typescript',
  setup(build) {
    build.onResolve({ filter: /^typescript$/ }, () => ({
      path: './typescript.js',
      external: true,
    }));
  },
};

const node = { platform: 'node', target: 'node20', format: 'cjs', bundle: true };

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  typescript: {
    ...node,
    entryPoints: { typescript: 'typescript' },
    minify: true,
    sourcemap: false,
  },
  extension: { ...node, entryPoints: { extension: at('extension/main.ts') }, external: ['vscode'] },
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
  webview: {
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    bundle: true,
    loader: { '.css': 'text' },
    entryPoints: { webview: at('extension/webview/main.ts') },
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

async function copyAssets() {
  await mkdir(at('dist/sandbox'), { recursive: true });
  await cp(at('node_modules/source-map/lib/mappings.wasm'), at('dist/mappings.wasm'));
}

async function report(results) {
  const rows = [];
  for (const { metafile } of results) {
    for (const [file, output] of Object.entries(metafile.outputs)) {
      if (!file.endsWith('.map')) rows.push([file, output.bytes]);
    }
  }
  rows.sort((a, b) => b[1] - a[1]);
  await writeFile(at('dist/sizes.json'), JSON.stringify(Object.fromEntries(rows), null, 2) + '\n');
  for (const [file, bytes] of rows)
    console.log(`${(bytes / 1024).toFixed(0).padStart(7)} KB  ${file}`);
}

/** Builds once. Also the global set-up of the process tests, so that they never test an old build. */
export default async function build({ production = false, quiet = true } = {}) {
  await copyAssets();
  const results = await Promise.all(
    Object.keys(bundles).map(async (name) => esbuild.build(await options(name, production))),
  );
  if (!quiet) await report(results);
}

async function watch() {
  await copyAssets();
  for (const name of Object.keys(bundles))
    (await esbuild.context(await options(name, false))).watch();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--watch')) await watch();
  else await build({ production: process.argv.includes('--production'), quiet: false });
}
