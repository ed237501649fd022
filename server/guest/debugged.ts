/** What a debugger finds in the start realm of a process that was started to be debugged. */
import type { Inspected } from './powers.ts';

/**
 * Leaves who the process is where VS Code's debugger looks for it: it would wait for seconds
 * otherwise. Three plain values; no compartment can see them, and nothing can be done with them.
 */
export function introduceTo({ pid, version, arch }: Inspected): void {
  const process = Object.freeze({ pid, version, arch });
  Object.defineProperty(globalThis, 'process', { value: process });
}
