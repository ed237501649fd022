import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSandbox } from './build-sandbox.ts';

let sandboxDir = '';
let script = '';

beforeAll(async () => {
  sandboxDir = await buildSandbox();
  script = path.join(sandboxDir, 'host-script.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'host-script.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
});

afterAll(() => rmSync(sandboxDir, { recursive: true, force: true }));

const start = (mode: string): ChildProcess =>
  spawn(process.execPath, [script, sandboxDir, mode], { stdio: ['ignore', 'pipe', 'inherit'] });

function outputUntil(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(text)) resolve(output);
    });
    child.once('close', () => reject(new Error(`ended after: ${output}`)));
  });
}

function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1');
  return listed.split(' ').filter(Boolean).map(Number);
}

describe('a server that has nothing else to do', () => {
  it('finishes its self-test and the end of its processes, then exits by itself', async () => {
    const child = start('self-test');
    const closed = new Promise((resolve) => child.once('close', resolve));
    expect(await outputUntil(child, 'layers')).toMatch(/layers \d+/u);
    expect(await closed).toBe(0);
  });
});

describe.runIf(process.platform === 'linux')(
  'a server that is killed while a pattern spins',
  () => {
    it('leaves no process behind', async () => {
      const child = start('spin');
      await outputUntil(child, 'spinning');
      const sandboxes = childrenOf(child.pid ?? 0);
      expect(sandboxes.length).toBeGreaterThan(0);
      child.kill('SIGKILL');
      while (sandboxes.some((pid) => existsSync(`/proc/${pid}`))) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(sandboxes.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    });
  },
);
