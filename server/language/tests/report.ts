/** From the results of tests and replays to what the Test Explorer shows. */
import { rangeOf, words, type Location, type RunError } from '../../protocol/index.ts';
import type {
  TestCaseReport,
  TestFileReport,
  TestPlace,
  TestProblem,
} from '../../protocol/client-tests.ts';
import type { ScenarioResult } from '../../replay/index.ts';
import type { StepResult, TestFileResult } from '../../testing/index.ts';
import type { Places } from '../to-diagnostics.ts';
import type { ScenarioOutline } from './scenario-outline.ts';

/** The report of a test file. */
export function reportTests(
  { steps, error }: TestFileResult,
  places: Places,
): Omit<TestFileReport, 'durationMs'> {
  return {
    cases: steps.map((step) => reportStep(step, places)),
    problems: error === null ? [] : [errorProblem(error, places)],
  };
}

function reportStep(step: StepResult, places: Places): TestCaseReport {
  const { name, status, message, location, error, expected, actual } = step;
  const compared = expected === undefined || actual === undefined ? {} : { expected, actual };
  const own = placeOf(location, places);
  const problems: TestProblem[] = [];
  if (message !== null) problems.push({ message, place: own, frames: [], ...compared });
  if (error !== null) {
    const problem = errorProblem(error, places);
    problems.push({ ...problem, place: problem.place ?? own });
  }
  return { id: name, status, problems: status === 'failed' ? problems : [] };
}

/** The report of one scenario; `uri` is the scenario file. */
export function reportScenario(
  { name, failures, error }: ScenarioResult,
  uri: string,
  outline: ScenarioOutline,
  places: Places,
): TestCaseReport {
  const problems: TestProblem[] = failures.map(({ step, path, expected, actual }) => {
    const range = outline.expectation(name, step, path);
    return {
      message: words.scenarioStep(step, path),
      place: range ? { uri, range } : null,
      expected: textOf(expected),
      actual: textOf(actual),
      frames: [],
    };
  });
  if (error !== null) problems.push(errorProblem(error, places));
  return { id: name, status: problems.length === 0 ? 'passed' : 'failed', problems };
}

/** An error with its advice and the author's frames. */
export function errorProblem(error: RunError, places: Places): TestProblem {
  const text = error.name === undefined ? error.message : `${error.name}: ${error.message}`;
  const frames = error.frames.filter(({ kind, mapped }) => kind === 'pattern' && mapped);
  return {
    message: error.help === null ? text : `${text}\n${error.help.text}`,
    place: placeOf(error.location, places),
    frames: frames.map((frame) => ({ function: frame.function, place: placeOf(frame, places) })),
  };
}

function placeOf(location: Location | null, places: Places): TestPlace | null {
  const path = location === null ? undefined : places.pathOf(location.file);
  if (location === null || path === undefined) return null;
  return { uri: places.uriOf(path), range: rangeOf(location) };
}

/** JSON on several lines with its keys in order, so that a diff shows what differs and no more. */
function textOf(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(sorted(value), null, 2);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
