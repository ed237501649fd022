/** What every command is given. */
import type { Output } from './output.ts';

export interface CommandContext {
  readonly cwd: string;
  /** The folder of the built bundles. */
  readonly distDir: string;
  readonly output: Output;
  /** Sets the exit code of the command. */
  readonly finish: (code: number) => void;
}
