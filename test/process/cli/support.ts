/** Runs the built command line as a real process. */
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { RunResult } from '../../../server/protocol/index.ts';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
const entry = path.join(repository, 'dist/cli.js');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `patternbox …args` to its end. */
export function patternbox(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly stdin?: string;
    readonly env?: NodeJS.ProcessEnv;
  } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: options.cwd ?? repository,
      env: options.env ?? process.env,
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.stdin ?? '');
  });
}

/** Runs a pattern with `--json` and gives its one document. */
export async function runJson(args: readonly string[], cwd?: string): Promise<RunResult> {
  const { stdout, stderr } = await patternbox(['run', '--json', ...args], cwd ? { cwd } : {});
  try {
    return JSON.parse(stdout) as RunResult;
  } catch {
    throw new Error(`not one JSON document:\n${stdout}\n${stderr}`);
  }
}

/** A temporary project of the given files; removed when the test ends. */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'patternbox-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
