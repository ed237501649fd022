/** Runs recorded interactions: send events, compare values. */
import type { Engine, OpenRun, RunOptions, RunRequest } from '../engine/index.ts';
import type { RunError } from '../protocol/index.ts';
import { isExpected } from './expectation.ts';
import type { Scenario } from './scenario.ts';

export { parseScenarios } from './scenario.ts';
export type { Scenario } from './scenario.ts';

export interface ReplayFailure {
  /** Number of the step, from 1. */
  readonly step: number;
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface ScenarioResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly ReplayFailure[];
  /** The first error of the run; a scenario with one has not succeeded. */
  readonly error: RunError | null;
}

export interface ReplayResult {
  readonly success: boolean;
  readonly scenarios: readonly ScenarioResult[];
}

/** Replays each scenario in a fresh process, one after the other. */
export async function replay(
  engine: Engine,
  request: Pick<RunRequest, 'file' | 'root' | 'limits' | 'debug' | 'seed' | 'clock'>,
  scenarios: readonly Scenario[],
  options: RunOptions = {},
): Promise<ReplayResult> {
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) {
    results.push(await replayOne(engine, request, scenario, options));
  }
  const success = results.every(({ failed, error }) => failed === 0 && error === null);
  return { success, scenarios: results };
}

async function replayOne(
  engine: Engine,
  request: Pick<RunRequest, 'file' | 'root'>,
  scenario: Scenario,
  options: RunOptions,
): Promise<ScenarioResult> {
  const { exportName, argument } = scenario;
  const run = await engine.open(
    { ...request, exportName, ...(argument === undefined ? {} : { input: argument }) },
    options,
  );
  try {
    const { passed, failures } = await replaySteps(run, scenario);
    const { name } = scenario;
    return { name, passed, failed: failures.length, failures, error: run.result.error };
  } finally {
    run.close();
  }
}

async function replaySteps(
  run: OpenRun,
  { steps }: Scenario,
): Promise<{ passed: number; failures: ReplayFailure[] }> {
  let passed = 0;
  const failures: ReplayFailure[] = [];
  for (const [index, { events, expect }] of steps.entries()) {
    for (const { stream, payload } of events) await run.send({ stream, event: payload });
    for (const { path, value: expected } of expect) {
      const actual = run.alive ? await run.read(pathOf(path)) : undefined;
      if (run.alive && isExpected(actual, expected)) passed++;
      else failures.push({ step: index + 1, path, expected, actual });
    }
  }
  return { passed, failures };
}

/** Dotted paths walk keys and indexes; the empty path is the whole result. */
function pathOf(dotted: string): string[] {
  return dotted === '' ? [] : dotted.split('.');
}
