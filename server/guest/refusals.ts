/** Errors by which the sandbox itself refuses something; a pattern cannot make one. */
import type { Message } from '../protocol/messages/message.ts';
import type { Refusal } from '../protocol/wire.ts';

const refusals = new WeakMap<object, Refusal>();
let watcher: ((refusal: Refusal) => void) | null = null;

/** Calls back with every refusal of this process, also those that the pattern catches. */
export function watchRefusals(listener: (refusal: Refusal) => void): void {
  watcher = listener;
}

/**
 * Makes an error that a pattern can catch and that the host knows by its tag. `error` was made where
 * the pattern asked, when the answer comes later.
 */
export function makeRefusal(refusal: Refusal, message: Message, error = new Error()): Error {
  const name = refusal.kind === 'permission' ? 'PermissionError' : 'ResourceLimitError';
  Object.defineProperty(error, 'message', { value: message.text, configurable: true });
  Object.defineProperty(error, 'name', { value: name, configurable: true });
  Object.defineProperty(error, 'code', { value: message.code, configurable: true });
  refusals.set(error, refusal);
  watcher?.(refusal);
  return error;
}

/** What a refusal of this module refused; null for every other value. */
export function refusalOf(thrown: unknown): Refusal | null {
  return typeof thrown === 'object' && thrown !== null ? (refusals.get(thrown) ?? null) : null;
}
