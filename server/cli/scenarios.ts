/** Reads the scenario file that a user named. */
import path from 'node:path';
import { invalidScenario } from '../protocol/index.ts';
import { parseScenarios } from '../replay/index.ts';
import type { Scenario } from '../replay/index.ts';
import { parseJson, readText, UsageError } from './options.ts';

/** Scenarios from a file, or a UsageError that says what is wrong with it. */
export function readScenarios(cwd: string, file: string): readonly Scenario[] {
  const parsed = parseScenarios(parseJson(readText(path.resolve(cwd, file), file), file));
  if ('reason' in parsed) throw new UsageError(invalidScenario({ file, reason: parsed.reason }));
  return parsed.scenarios;
}
