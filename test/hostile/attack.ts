/** Runs hostile patterns, and after each a clean one that must find nothing of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../../server/engine/index.ts';
import type { RunResult } from '../../server/protocol/index.ts';
import type { HostileCase } from './case.ts';
import { jargonIn, sentencesOf } from './jargon.ts';
import { judge } from './judge.ts';
import type { World } from './world.ts';

const CLEAN = 'clean.tsx';

/** What the clean pattern sees where nothing hostile has ever run. */
export async function cleanView(engine: Engine, world: World): Promise<unknown> {
  const run = await engine.run({ file: path.join(world.folder, CLEAN), root: world.folder });
  if (!run.success) throw new Error(`The clean pattern failed: ${JSON.stringify(run.error)}`);
  return run.result;
}

/** Runs one case. */
export function runCase(
  engine: Engine,
  world: World,
  { file, limits, allow, send, exportName }: HostileCase,
  debug = false,
): Promise<RunResult> {
  return engine.run({
    file: path.join(world.folder, file),
    root: world.folder,
    limits,
    permissions: world.rules(allow),
    debug,
    send: send.map((stream) => ({ stream })),
    ...(exportName === undefined ? {} : { exportName }),
  });
}

/** Everything that went wrong with one case and the clean run after it; empty if all is well. */
export async function attack(
  engine: Engine,
  world: World,
  hostile: HostileCase,
  options: { readonly clean: unknown; readonly debug?: boolean },
): Promise<string[]> {
  const result = await runCase(engine, world, hostile, options.debug);
  const problems = judge(hostile, result, world);
  const source = readFileSync(path.join(world.folder, hostile.file), 'utf8');
  problems.push(...jargonIn(sentencesOf(result), source));
  const after = await cleanView(engine, world).catch((error: unknown) => String(error));
  if (JSON.stringify(after) !== JSON.stringify(options.clean)) {
    problems.push(`the next run is not clean: ${JSON.stringify(after)}`);
  }
  // A connection may come later than the result.
  return [...problems, ...world.damage().filter((damage) => !problems.includes(damage))];
}
