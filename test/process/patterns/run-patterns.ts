/** Our own patterns, found in their folder and run through one engine. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDiskFileSource, createEngine, type Engine } from '../../../server/engine/index.ts';
import { parseScenarios, replay } from '../../../server/replay/index.ts';
import { runTestFile } from '../../../server/testing/index.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
export const patternsFolder = path.join(repository, 'test/patterns');

/** An engine on the built sandbox. */
export function startEngine(): Engine {
  return createEngine({
    files: createDiskFileSource(),
    distDir: path.join(repository, 'dist'),
    concurrency: 2,
    spares: 2,
  });
}

/** Every file below the folder, named relative to it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(patternsFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(patternsFolder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** The authored text of a pattern. */
export function textOf(file: string): string {
  return readFileSync(path.join(patternsFolder, file), 'utf8');
}

/** Why a scenario file or a pattern test does not hold; empty when it does. */
export async function complaintsAbout(engine: Engine, file: string): Promise<string[]> {
  return file.endsWith('.scenario.json') ? replayFile(engine, file) : testFile(engine, file);
}

async function replayFile(engine: Engine, file: string): Promise<string[]> {
  const parsed = parseScenarios(JSON.parse(textOf(file)));
  if ('reason' in parsed) return [parsed.reason];
  const subject = path.join(patternsFolder, file.replace('.scenario.json', '.tsx'));
  const { scenarios } = await replay(
    engine,
    { file: subject, root: patternsFolder },
    parsed.scenarios,
  );
  return scenarios.flatMap(({ name, error, failures }) => [
    ...(error === null ? [] : [`${name}: ${error.message}`]),
    ...failures.map(({ step, path: place, expected, actual }) => {
      const [wanted, got] = [expected, actual].map((each) => JSON.stringify(each));
      return `${name}, step ${step}, ${place}: expected ${wanted}, got ${got}`;
    }),
  ]);
}

async function testFile(engine: Engine, file: string): Promise<string[]> {
  const subject = path.join(patternsFolder, file);
  const { steps, error } = await runTestFile(engine, subject, { root: patternsFolder });
  return [
    ...(error === null ? [] : [error.message]),
    ...steps
      .filter(({ status }) => status === 'failed')
      .map(({ name, message, error: cause }) => `${name}: ${message ?? cause?.message ?? ''}`),
    ...(steps.length === 0 ? ['it has no steps'] : []),
  ];
}
