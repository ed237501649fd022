/**
 * Runs the commands that the documents tell a reader to try. Each stands in the first code block
 * after a comment `<!-- sample: name -->`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { finish, type Finished } from './run-example.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const expected: Record<string, (finished: Finished) => void> = {
  counter: ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain('Counter: 0');
  },
  input: ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain('Hello, ADA');
  },
  send: ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(stdout).toContain('Counter: 2');
  },
  error: ({ code, stdout, stderr }) => {
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('Milk has no price');
    expect(stdout + stderr).toContain('broken-total-prices.ts');
  },
  timeout: ({ code, stdout, stderr }) => {
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('loops-forever.tsx');
  },
  json: ({ code, stdout }) => {
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ success: true });
  },
  check: ({ code }) => expect(code).toBe(0),
};

function samplesOf(document: string): [string, string][] {
  const text = readFileSync(path.join(root, document), 'utf8');
  const samples = text.matchAll(/<!-- sample: (\w+) -->\s+```sh\n(.+)\n```/g);
  return [...samples].map(([, name = '', command = '']) => [name, command]);
}

/** Splits a command as a shell does; single quotes are all that the documents use. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

describe('the commands of docs/getting-started.md', () => {
  const samples = samplesOf('docs/getting-started.md');

  it('are all expected to do something', () => {
    expect(samples.map(([name]) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(samples)('%s: %s', async (name, command) => {
    const parameters = words(command);
    const given = parameters.slice(parameters.indexOf('--') + 1);
    // What `npm start --` runs, without npm in between: the build is there already.
    expected[name]?.(await finish(process.execPath, ['scripts/start.mjs', ...given]));
  });
});
