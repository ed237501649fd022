/** Files that exist in a test only. */
import type { FileSource } from '../server/compile/index.ts';

/** A file source over what `read` gives; there are no links and nothing unreadable. */
export function memoryFileSource(read: (path: string) => string | undefined): FileSource {
  return {
    read,
    exists: (path) => read(path) !== undefined,
    realPath: (path) => path,
    problem: () => null,
  };
}
