import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

interface Start {
  commandFor: (given: string[], isFile?: (name: string) => boolean) => string[];
}

const script: string = '../../../scripts/start.mjs';
const { commandFor } = (await import(script)) as Start;
const noFile = () => false;
/** Names are relative to where the user stands. */
const firstExample = path.relative(
  process.env['INIT_CWD'] ?? process.cwd(),
  path.resolve(import.meta.dirname, '../../../examples/counter.tsx'),
);

describe('what npm start runs', () => {
  it('runs the first example when nothing is given', () => {
    expect(commandFor([])).toEqual(['run', firstExample]);
  });

  it('runs a file', () => {
    expect(commandFor(['a.tsx', '--json'], noFile)).toEqual(['run', 'a.tsx', '--json']);
    expect(commandFor(['folder/odd-name'], () => true)).toEqual(['run', 'folder/odd-name']);
  });

  it('gives options alone to the first example', () => {
    expect(commandFor(['--json'], noFile)).toEqual(['run', firstExample, '--json']);
  });

  it('passes commands and questions through', () => {
    expect(commandFor(['check', 'examples'], noFile)).toEqual(['check', 'examples']);
    expect(commandFor(['check'], () => true)).toEqual(['check']);
    expect(commandFor(['--help'], noFile)).toEqual(['--help']);
  });

  it('leaves what it does not know to the command line, which says so', () => {
    expect(commandFor(['chekc', 'examples'], noFile)).toEqual(['chekc', 'examples']);
  });
});
