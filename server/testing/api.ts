/** What a run of pattern tests gives. The field names are a public promise (docs/reference/cli.md). */
import type { Location, RunError } from '../protocol/index.ts';

export type StepStatus = 'passed' | 'failed' | 'skipped';

export interface StepResult {
  /** `action_1`, `assertion_2`, `render_1` …; an assertion names the action before it. */
  readonly name: string;
  readonly status: StepStatus;
  /** Why it failed: the assertion's source and one line for each operand; null when it did not. */
  readonly message: string | null;
  /** Both sides of a failed comparison, as text. */
  readonly expected?: string;
  readonly actual?: string;
  readonly location: Location | null;
  readonly error: RunError | null;
}

export interface TestFileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly steps: readonly StepResult[];
  /** Why the file as a whole failed, beyond its steps. */
  readonly error: RunError | null;
}

export interface TestResult {
  readonly success: boolean;
  readonly files: readonly TestFileResult[];
  readonly totals: {
    readonly files: number;
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
  };
}
