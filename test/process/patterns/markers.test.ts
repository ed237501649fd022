/**
 * Errors and findings stand at their own line: a pattern marks each line that must be told about,
 * and nothing else may be.
 */
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { streamsOf } from '../../../server/engine/streams.ts';
import type { RunError, RunResult } from '../../../server/protocol/index.ts';
import { markersIn } from './markers.ts';
import { filesBelow, patternsFolder, startEngine, textOf } from './run-patterns.ts';

const engine = startEngine();
afterAll(() => engine.dispose());

const subjects = filesBelow('.').filter(
  (file) => file.endsWith('.tsx') && textOf(file).includes('export default'),
);
const failing = subjects.filter((file) => file.startsWith('errors/'));
const sound = subjects.filter((file) => !file.startsWith('errors/') && !file.includes('.test.'));

/** Runs a pattern and sends one event without data to each of its streams. */
async function runAll(file: string): Promise<RunResult> {
  const run = await engine.open({
    file: path.join(patternsFolder, file),
    root: patternsFolder,
  });
  try {
    for (const stream of streamsOf(run.result.result)) await run.send({ stream });
    return run.result;
  } finally {
    run.close();
  }
}

/** Every place that is marked in the file, or in a file of the same folder that it imports. */
function marked(file: string): string[] {
  const folder = path.posix.dirname(file);
  const imported = [...textOf(file).matchAll(/from '\.\/(.+)'/g)].map(
    ([, name]) => `${folder}/${name}`,
  );
  return [file, ...imported].flatMap((each) =>
    markersIn(textOf(each), 'throws').map(({ line, text }) => `${each}:${line} ${text}`),
  );
}

function placeOf({ location }: RunError): string {
  return location ? `${location.file}:${location.line}` : 'nowhere';
}

function errorsOf({ error, errors }: RunResult): RunError[] {
  return [...(error ? [error] : []), ...errors];
}

describe('errors', () => {
  it.concurrent.each(failing)('of %s are told at their lines', async (file) => {
    const errors = errorsOf(await runAll(file));
    const wanted = marked(file);
    const places = new Set(wanted.map((each) => each.split(' ', 1)[0]));
    expect(new Set(errors.map(placeOf))).toEqual(places);
    for (const each of wanted) {
      const [place = '', ...words] = each.split(' ');
      const told = errors.filter((error) => placeOf(error) === place);
      const texts = told.map(({ name, message }) => `${name ?? ''}: ${message}`);
      expect(texts.join('\n'), place).toContain(words.join(' '));
    }
  });
});

describe('findings', () => {
  it.concurrent.each(sound)('of %s stand at their lines, and there are no others', async (file) => {
    const result = await engine.run({
      file: path.join(patternsFolder, file),
      root: patternsFolder,
    });
    const wanted = markersIn(textOf(file), 'finding').map(({ line, text }) => `${line} ${text}`);
    const told = result.diagnostics.map(({ range, code }) => `${range.start.line} ${code}`);
    expect([...told].sort()).toEqual([...wanted].sort());
    expect(errorsOf(result).map(({ message }) => message)).toEqual([]);
  });
});
