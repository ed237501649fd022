import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Base1Position, RunResult } from '../../../server/protocol/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the project to its end. */
export function finish(command: string, parameters: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

export interface ExampleRun {
  readonly code: number;
  readonly result: RunResult;
  /** The named outputs. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Runs an example through the built command line and reads the document that it prints. */
export async function runExample(name: string, ...options: string[]): Promise<ExampleRun> {
  const parameters = ['dist/cli.js', 'run', `examples/${name}`, '--json', ...options];
  const { code, stdout, stderr } = await finish(process.execPath, parameters);
  if (stdout === '') throw new Error(`nothing was printed: ${stderr}`);
  const result = JSON.parse(stdout) as RunResult;
  return { code, result, outputs: (result.result ?? {}) as Record<string, unknown> };
}

/** Where a text stands in an example, for the first time. */
export function placeOf(name: string, text: string): Base1Position & { file: string } {
  const source = readFileSync(path.join(root, 'examples', name), 'utf8');
  const before = source.slice(0, source.indexOf(text)).split('\n');
  return {
    file: `examples/${name}`,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  };
}
