/** A third of the hostile patterns through the language server: the same outcome, in the editor. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { defaultLimits } from '../../../server/protocol/index.ts';
import type { RunResult } from '../../../server/protocol/index.ts';
import { readCases, thirdOf } from '../../hostile/case.ts';
import type { HostileCase } from '../../hostile/case.ts';
import { judge } from '../../hostile/judge.ts';
import { makeWorld } from '../../hostile/world.ts';
import type { World } from '../../hostile/world.ts';
import { startRealServer } from '../language/real-server.ts';
import type { RealServer } from '../language/real-server.ts';

const cases = thirdOf(readCases(), 1);

let world: World;
let server: RealServer;

beforeAll(async () => {
  world = await makeWorld();
  server = await startRealServer({}, {}, { folder: world.folder });
});

afterAll(async () => {
  await server.stop();
  await world.end();
});

async function runInEditor(hostile: HostileCase): Promise<RunResult> {
  const { file, limits, allow, send, exportName } = hostile;
  await server.open(file, readFileSync(path.join(world.folder, file), 'utf8'));
  await server.configure({
    limits: { ...defaultLimits, ...limits },
    permissions: world.rules(allow),
  });
  let view = await server.ask(requests.run, {
    uri: server.uri(file),
    ...(exportName === undefined ? {} : { exportName }),
  });
  for (const stream of send) view = await server.ask(requests.send, { runId: view.runId, stream });
  await server.ask(requests.stop, { runId: view.runId });
  if (view.result === null) throw new Error('The run gave no result.');
  return view.result;
}

describe('a hostile pattern in the editor', () => {
  it('is at hand in some number', () => {
    expect(cases.length).toBeGreaterThan(50);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, hostile) => {
    const result = await runInEditor(hostile);
    expect(judge(hostile, result, world)).toEqual([]);
  });

  it.each(
    cases
      .filter(({ errors }) => errors.some(({ line }) => line !== null))
      .map((one) => [one.name, one] as const),
  )('%s has its squiggle', async (_name, hostile) => {
    const own = path.posix.basename(hostile.file);
    const shown = await server.pull(hostile.file);
    for (const { file, line, code, loose } of hostile.errors) {
      if (file !== own || line === null || loose) continue;
      expect(shown.map((one) => `${one.range.start.line + 1} ${String(one.code)}`)).toContain(
        `${line} ${code}`,
      );
    }
  });
});
