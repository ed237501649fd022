/** A network namespace without an interface, where this Linux lets an ordinary user make one. */
import { execFile } from 'node:child_process';
import { isExecutable } from './launch.ts';
import type { Wrapper } from './launch.ts';
import { cleanEnvironment } from './runtime-flags.ts';

const UNSHARE = '/usr/bin/unshare';
const TRY_MS = 5000;

/** The user stays who he is; `--` keeps the rest from being read as options. */
const bounds = ['--map-current-user', '--net', '--'];

let found: Promise<Wrapper | null> | undefined;

/** The wrapper if it works here: tried once, on a program that does nothing. Never rejects. */
export function networkNamespace(): Promise<Wrapper | null> {
  found ??= find();
  return found;
}

function find(): Promise<Wrapper | null> {
  if (process.platform !== 'linux' || !isExecutable(UNSHARE)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const options = { env: cleanEnvironment(), timeout: TRY_MS };
    execFile(UNSHARE, [...bounds, '/bin/true'], options, (error) =>
      resolve(error === null ? wrap : null),
    );
  });
}

const wrap: Wrapper = ({ command, args }) => ({
  command: UNSHARE,
  args: [...bounds, command, ...args],
});
