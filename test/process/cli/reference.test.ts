import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { patternbox, repository } from './support.ts';

const page = readFileSync(path.join(repository, 'docs/reference/cli.md'), 'utf8');

test.each(['run', 'check', 'test', 'replay', 'serve', 'doctor', 'bench'])(
  'the reference names %s and its options',
  async (command) => {
    expect(page).toContain(`| \`${command}`);
    const { code, stdout } = await patternbox([command, '--help']);
    expect(code).toBe(0);
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
      ([, option]) => option,
    );
    for (const option of options) {
      if (option !== '--help') expect(page).toContain(option ?? '');
    }
  },
);

test('the help lists exactly the commands of the reference', async () => {
  const { stdout } = await patternbox(['--help']);
  const listed = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, command]) => command ?? '');
  expect(listed.filter((command) => command !== 'help').sort()).toEqual([
    'bench',
    'check',
    'doctor',
    'replay',
    'run',
    'serve',
    'test',
  ]);
});
