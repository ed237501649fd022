/** Node.js opens a debugger when it gets SIGUSR1, from any process of the same user. */
const SIGNAL = 'SIGUSR1';
const ignore = (): void => undefined;

/** Makes this process deaf to that signal. Idempotent. */
export function immunise(): void {
  if (process.platform === 'win32' || isImmune()) return;
  process.on(SIGNAL, ignore);
}

/** Whether the signal can no longer open a debugger in this process. */
export function isImmune(): boolean {
  return process.platform === 'win32' || process.listenerCount(SIGNAL) > 0;
}
