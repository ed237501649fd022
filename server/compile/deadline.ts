/**
 * An end for work that may take longer than anyone waits: TypeScript tries some nestings of arrow
 * functions in every possible way, and a text of a few lines can keep it busy for years.
 */
import vm from 'node:vm';

/** The work has not ended in time. */
export class OutOfTime extends Error {}

const desk: { work: () => void } = { work: () => undefined };
let run: vm.Script | undefined;
let context: vm.Context | undefined;

/** The value of `work`; throws OutOfTime if it takes longer, and whatever `work` throws. */
export function withinTime<Value>(work: () => Value, milliseconds: number): Value {
  run ??= new vm.Script('work()');
  context ??= vm.createContext(desk);
  let outcome: { readonly value: Value } | { readonly error: unknown } | undefined;
  desk.work = () => {
    try {
      outcome = { value: work() };
    } catch (error) {
      outcome = { error };
    }
  };
  try {
    run.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
  }
  if (outcome === undefined) throw new OutOfTime();
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
