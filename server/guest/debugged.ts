/** What a debugger finds in the start realm of a process that was started to be debugged. */
import { PEEK_KEY } from '../protocol/runtime-urls.ts';
import type { Runtime } from '../runtime/index.ts';
import type { Inspected } from './powers.ts';

/**
 * Leaves who the process is where VS Code's debugger looks for it (it would wait for seconds
 * otherwise), and a function that tells what a cell holds. No compartment can see either; code that
 * left its compartment could learn three plain values from them, and nothing that it does not have.
 */
export function introduceTo({ pid, version, arch }: Inspected, peek: Runtime['peek']): void {
  const process = Object.freeze({ pid, version, arch });
  Object.defineProperty(globalThis, 'process', { value: process });
  Object.defineProperty(globalThis, PEEK_KEY, { value: Object.freeze(peek) });
}
