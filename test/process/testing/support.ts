/** Runs pattern tests of a temporary project through the built command line. */
import type { TestFileResult, TestResult } from '../../../server/testing/index.ts';
import { patternbox, project } from '../cli/support.ts';

/** The result of one test file, written as a project of its own. */
export async function runTests(
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<TestFileResult> {
  const cwd = project(files);
  const { stdout, stderr } = await patternbox(['test', '--json', ...options, '.'], { cwd });
  try {
    const [first] = (JSON.parse(stdout) as TestResult).files;
    if (first) return first;
  } catch {
    // Told below, with what was printed instead.
  }
  throw new Error(`no result:\n${stdout}\n${stderr}`);
}

/** A test pattern of today's API: its body, and what it returns besides its steps. */
export function testFile(body: string, steps: string, flags = ''): string {
  return `import {
  action, assert, computed, fetchJson, fetchText, generateObject, generateText, getPatternEnvironment,
  navigateTo, pattern, TESTS, UI, wish, Writable,
} from 'commonfabric';
export default pattern(() => {
${body}
  return { [TESTS]: [${steps}], ${flags} };
});
`;
}

/** Name and status of each step. */
export function statuses({ steps }: TestFileResult): readonly string[] {
  return steps.map(({ name, status }) => `${name}: ${status}`);
}
