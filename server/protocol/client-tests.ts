/** What the Test Explorer and the language server tell each other about tests, with the checks. */
import * as v from 'valibot';

const Uri = v.pipe(v.string(), v.maxLength(4096), v.regex(/^[a-z][a-z0-9+.-]*:/i));
const Base0 = v.object({ line: v.number(), character: v.number() });
const Base0Range = v.object({ start: Base0, end: Base0 });

/** A place in a file of the workspace, as the editor counts. */
export const TestPlace = v.object({ uri: Uri, range: Base0Range });
export type TestPlace = v.InferOutput<typeof TestPlace>;

/** A step of a test pattern or a recorded scenario, known from the text alone. */
export const TestCase = v.object({
  /** Unique in its file, and the name that the report of a run uses. */
  id: v.string(),
  /** What it does, in a few words; empty if the name says it all. */
  description: v.string(),
  range: Base0Range,
});
export type TestCase = v.InferOutput<typeof TestCase>;

/** One reason why a test failed. */
export const TestProblem = v.object({
  message: v.string(),
  /** Null where only the test as a whole is known. */
  place: v.nullable(TestPlace),
  /** Both sides of a comparison, as text. */
  expected: v.exactOptional(v.string()),
  actual: v.exactOptional(v.string()),
  /** The author's frames, innermost first. */
  frames: v.array(v.object({ function: v.string(), place: v.nullable(TestPlace) })),
});
export type TestProblem = v.InferOutput<typeof TestProblem>;

export const TestCaseReport = v.object({
  id: v.string(),
  status: v.picklist(['passed', 'failed', 'skipped']),
  problems: v.array(TestProblem),
});
export type TestCaseReport = v.InferOutput<typeof TestCaseReport>;

/** What a run of one test file or scenario file gave. */
export const TestFileReport = v.object({
  cases: v.array(TestCaseReport),
  /** Why the file as a whole failed, beyond its cases. */
  problems: v.array(TestProblem),
  durationMs: v.number(),
});
export type TestFileReport = v.InferOutput<typeof TestFileReport>;
