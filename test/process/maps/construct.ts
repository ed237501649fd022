/**
 * A construct is a piece of a pattern that throws at its marker. Conditions put the piece into
 * files; the marker then says where the throw is, and no compiler is asked.
 */

/** Stands right before the place where the engine reports the throw; taken out before the run. */
export const MARKER = '/*!*/';

export interface Construct {
  readonly name: string;
  /** Declarations of the module scope, on one line. */
  readonly top?: string;
  /** The names that `top` declares and `body` or `out` use. */
  readonly names?: readonly string[];
  /** Statements of the pattern's body, or of the row's, on one line. */
  readonly body?: string;
  /** The expression of the result's property `out`. */
  readonly out: string;
  /** The throw comes when a stream of the result gets an event. */
  readonly event?: true;
  /** The older API. */
  readonly old?: true;
  /** The throw ends the loading of the module, so this one is a program of its own. */
  readonly alone?: true;
  /** Further files, imported by `top` or by their own imports line. */
  readonly files?: Readonly<Record<string, string>>;
  readonly imports?: string;
}
