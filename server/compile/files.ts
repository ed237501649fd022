/** Where source text comes from: one snapshot of open documents over the disk. */
import fs from 'node:fs';

/** Reads source text: the snapshot of open documents over the disk. Paths are absolute. */
export interface FileSource {
  /** The text of the file, or undefined when there is no such file. */
  readonly read: (path: string) => string | undefined;
  /** Whether a file of that name exists; a folder is not a file. */
  readonly exists: (path: string) => boolean;
  /** The path with symbolic links resolved; absent where there are none. */
  readonly realPath?: (path: string) => string;
}

/** Larger files are treated as missing: no author writes them, and parsing one would stall. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

function statFile(path: string): fs.Stats | undefined {
  const stats = fs.statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats : undefined;
}

/** What the file system says, or undefined where it refuses to answer. */
function attempt<T>(question: () => T | undefined): T | undefined {
  try {
    return question();
  } catch {
    return undefined;
  }
}

/**
 * Reads from the disk; `overlay` answers first, for documents that are open and perhaps not saved.
 */
export function createDiskFileSource(
  overlay: (path: string) => string | undefined = () => undefined,
): FileSource {
  const size = (path: string): number => attempt(() => statFile(path))?.size ?? Infinity;
  return {
    read: (path) => {
      const open = overlay(path);
      if (open !== undefined) return open;
      return size(path) > MAX_FILE_BYTES
        ? undefined
        : attempt(() => fs.readFileSync(path, { encoding: 'utf8' }));
    },
    exists: (path) => overlay(path) !== undefined || size(path) <= MAX_FILE_BYTES,
    realPath: (path) => attempt(() => fs.realpathSync.native(path)) ?? path,
  };
}
