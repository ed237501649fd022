/** What `serve` does for each request: the same objects as the commands print with `--json`. */
import path from 'node:path';
import type { CheckResult, Engine } from '../engine/index.ts';
import type { Diagnostic } from '../protocol/index.ts';
import { replay } from '../replay/index.ts';
import { runTestFile, totalsOf } from '../testing/index.ts';
import type { TestResult } from '../testing/index.ts';
import { collectFiles, resolveFile, testFile } from './files.ts';
import type { RequestLine } from './requests.ts';
import { runRequest } from './running-options.ts';
import { readScenarios } from './scenarios.ts';

/** Carries out one request. */
export async function answerRequest(
  engine: Engine,
  cwd: string,
  line: RequestLine,
): Promise<object> {
  const root = line.root === undefined ? undefined : path.resolve(cwd, line.root);
  if (line.command === 'check') return checkFiles(engine, collectFiles(cwd, line.files), root);
  if (line.command === 'test') return testFiles(engine, cwd, line, root);
  const request = runRequest(cwd, resolveFile(cwd, line.file, line.root), line, root);
  if (line.command === 'run') return engine.run(request);
  return replay(engine, request, readScenarios(cwd, line.scenario));
}

/** Runs test files one after the other; requests run side by side anyway. */
async function testFiles(
  engine: Engine,
  cwd: string,
  line: Extract<RequestLine, { command: 'test' }>,
  root: string | undefined,
): Promise<TestResult> {
  const tested = [];
  for (const file of collectFiles(cwd, line.files, testFile)) {
    tested.push(await runTestFile(engine, file, runRequest(cwd, file, line, root)));
  }
  return totalsOf(tested);
}

/** What a static check of several files found. */
export interface CheckedFiles {
  readonly success: boolean;
  readonly files: readonly {
    readonly file: string;
    readonly diagnostics: readonly Diagnostic[];
  }[];
}

/** Checks files one after the other; `success` is false if any has an error. */
export async function checkFiles(
  engine: Engine,
  absolute: readonly string[],
  root: string | undefined,
): Promise<CheckedFiles> {
  const files: Pick<CheckResult, 'file' | 'diagnostics'>[] = [];
  for (const each of absolute) {
    const { file, diagnostics } = await engine.check(each, root);
    files.push({ file, diagnostics });
  }
  const failed = ({ severity }: Diagnostic): boolean => severity === 'error';
  return { success: !files.some(({ diagnostics }) => diagnostics.some(failed)), files };
}
