/**
 * Runs some cases on some build and prints what went wrong, as JSON: `node driver.cjs <dist> <case>…`.
 * `clean` is the honest pattern alone, `signals` asks whether a signal opens a debugger here.
 */
import { url as debuggerUrl } from 'node:inspector';
import { createDiskFileSource, createEngine } from '../../server/engine/index.ts';
import type { Engine } from '../../server/engine/index.ts';
import { attack, cleanView } from './attack.ts';
import { readCases, readOpenedCases } from './case.ts';
import { makeWorld } from './world.ts';
import type { World } from './world.ts';

/** No case takes as long as this, unless a limit is gone. */
const CASE_MS = 25_000;

interface Report {
  readonly layers: Readonly<Record<string, boolean>>;
  readonly problems: readonly string[];
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function signals(): Promise<string[]> {
  process.kill(process.pid, 'SIGUSR1');
  await pause(500);
  return debuggerUrl() === undefined ? [] : ['a signal has opened a debugger in the server'];
}

async function tryCase(engine: Engine, world: World, name: string): Promise<string[]> {
  if (name === 'signals') return signals();
  const survey = JSON.stringify(await cleanView(engine, world));
  if (name === 'clean') return survey.includes('feral') ? ['there is a global too many'] : [];
  const hostile = [...readCases(), ...readOpenedCases()].find((one) => one.name === name);
  if (hostile === undefined) throw new Error(`There is no case ${name}.`);
  return attack(engine, world, hostile, { clean: JSON.parse(survey) as unknown });
}

async function main([distDir = '', ...names]: readonly string[]): Promise<Report> {
  const world = await makeWorld();
  const engine = createEngine({ files: createDiskFileSource(), distDir, spares: 1 });
  const layers = Object.fromEntries(
    (await engine.selfTest()).map(({ name, active }) => [name, active]),
  );
  const problems: string[] = [];
  for (const name of names) {
    const late = pause(CASE_MS).then(() => ['it did not end']);
    const found = await Promise.race([tryCase(engine, world, name), late]);
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  }
  await engine.dispose();
  await world.end();
  return { layers, problems };
}

main(process.argv.slice(2)).then(
  (report) => {
    console.log(JSON.stringify(report));
    process.exit(0);
  },
  (error: unknown) => {
    console.log(JSON.stringify({ layers: {}, problems: [`it does not start: ${String(error)}`] }));
    process.exit(0);
  },
);
