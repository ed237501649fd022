/** Finds the process of the language server. */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** The language server among the children of the extension host; Linux can list them. */
export function serverPid(): number | undefined {
  const listed = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim();
  return listed
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .find((pid) => {
      const command = `/proc/${pid}/cmdline`;
      return existsSync(command) && readFileSync(command, 'utf8').includes('dist/server.js');
    });
}
