/** Recognises test files and recorded scenarios by name. */

/** Whether the path names a pattern test. */
export const isTestPath = (path: string): boolean => /\.test\.tsx?$/.test(path);

const scenario = /\.scenario\.json$/;

/** Whether the path names recorded scenarios. */
export const isScenarioPath = (path: string): boolean => scenario.test(path);

/** The files that a scenario file can belong to, the likeliest first. */
export function patternsOfScenario(path: string): readonly string[] {
  return ['.tsx', '.ts'].map((extension) => path.replace(scenario, extension));
}

/** Every file that may hold tests. */
export const testFilesGlob = '**/*.{test.ts,test.tsx,scenario.json}';
