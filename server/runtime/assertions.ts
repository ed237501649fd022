/** What an `assert` computes: whether it holds, and the values that it was computed from. */
import type { ExpressionSite } from '../protocol/functor.ts';
import { describeValue } from './describe.ts';
import type { RunState } from './run-state.ts';

/** One operand: its source text and its value as text. */
interface AssertionPart {
  readonly src: string;
  readonly rendered: string;
}

/** The value of an assertion step. */
interface AssertionRecord {
  readonly ok: boolean;
  readonly source: string;
  readonly parts: readonly AssertionPart[];
}

/** Operands kept of one assertion; a loop in it may have any number. */
const MAX_PARTS = 32;

/** Evaluates the outcome of an assertion; what its operands were is kept when it does not hold. */
export function recordAssertion(
  run: RunState,
  source: string,
  { $site }: ExpressionSite,
): AssertionRecord {
  const outer = run.operands;
  const operands = new Map<string, unknown>();
  run.operands = operands;
  try {
    const ok = holds(run, operands, $site);
    if (ok) return Object.freeze({ ok, source, parts: [] });
    run.operands = null;
    const parts = [...operands].map(([src, value]) =>
      Object.freeze({ src, rendered: describeValue(run, value) }),
    );
    return Object.freeze({ ok, source, parts });
  } finally {
    run.operands = outer;
  }
}

/** What cannot be evaluated because something has not arrived does not hold. */
function holds(run: RunState, operands: Map<string, unknown>, site: () => unknown): boolean {
  try {
    return Boolean(site());
  } catch (thrown) {
    const { missing } = run.frame;
    if (!(thrown instanceof TypeError) || missing === null || missing.optional) throw thrown;
    operands.set(missing.label, undefined);
    return false;
  }
}

/** Notes the value of an operand; the last one counts. */
export function noteOperand(run: RunState, source: string, value: unknown): unknown {
  const { operands } = run;
  if (operands !== null && (operands.size < MAX_PARTS || operands.has(source))) {
    operands.set(source, value);
  }
  return value;
}
