/** Builds the sandbox's two bundles with the stand-in runtime into a folder of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../../..');

export async function buildSandbox(): Promise<string> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'patternbox-sandbox-'));
  const common = { outdir, bundle: true, logLevel: 'warning' as const };
  await Promise.all([
    build({
      ...common,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      entryPoints: [path.join(root, 'server/guest/bootstrap.ts')],
    }),
    build({
      ...common,
      platform: 'neutral',
      target: 'es2022',
      format: 'iife',
      mainFields: ['module', 'main'],
      conditions: ['import'],
      banner: { js: '"use strict";' },
      entryPoints: [path.join(root, 'server/guest/main.ts')],
      entryNames: 'guest',
      plugins: [
        {
          name: 'stand-in-runtime',
          setup: (builder) => {
            builder.onResolve({ filter: /\/runtime\/index\.ts$/ }, () => ({
              path: path.join(import.meta.dirname, 'standin-runtime.ts'),
            }));
          },
        },
      ],
    }),
  ]);
  return outdir;
}
