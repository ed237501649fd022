/**
 * A network namespace without an interface, where this Linux lets an ordinary user make one. Whether
 * it does shows when a process is started in one: trying it on another program first would cost
 * every start that time.
 */
import { isExecutable } from './launch.ts';
import type { Wrapper } from './launch.ts';

const UNSHARE = '/usr/bin/unshare';

/** The user stays who he is; `--` keeps the rest from being read as options. */
const bounds = ['--map-current-user', '--net', '--'];

/** The wrapper, if there is the tool for it. */
export function networkNamespace(): Wrapper | null {
  if (process.platform !== 'linux' || !isExecutable(UNSHARE)) return null;
  return ({ command, args }) => ({ command: UNSHARE, args: [...bounds, command, ...args] });
}
