/** Where source text comes from: one snapshot of open documents over the disk. */
import fs from 'node:fs';
import { reasonWords } from '../protocol/messages/reason-words.ts';

/** Reads source text: the snapshot of open documents over the disk. Paths are absolute. */
export interface FileSource {
  /** The text of the file, or undefined when there is no such file. */
  readonly read: (path: string) => string | undefined;
  /** Whether a file of that name exists; a folder is not a file. */
  readonly exists: (path: string) => boolean;
  /** The path with symbolic links resolved. */
  readonly realPath: (path: string) => string;
  /** Why something of that name cannot be read; null where there is nothing, or it can be. */
  readonly problem: (path: string) => string | null;
}

/** Larger files are treated as missing: no author writes them, and parsing one would stall. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Reading a pipe or a device might never end, so they are missing too. */
function problemOf(stats: fs.Stats): string | null {
  if (stats.isDirectory()) return reasonWords.isFolder;
  if (!stats.isFile()) return reasonWords.notAFile;
  return stats.size > MAX_FILE_BYTES ? reasonWords.largerThan(MAX_FILE_BYTES) : null;
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
  const stat = (path: string) => attempt(() => fs.statSync(path, { throwIfNoEntry: false }));
  const exists = (path: string): boolean => {
    const stats = stat(path);
    return stats !== undefined && problemOf(stats) === null;
  };
  return {
    read: (path) => {
      const open = overlay(path);
      if (open !== undefined) return open;
      return exists(path) ? attempt(() => fs.readFileSync(path, { encoding: 'utf8' })) : undefined;
    },
    exists: (path) => overlay(path) !== undefined || exists(path),
    realPath: (path) => attempt(() => fs.realpathSync.native(path)) ?? path,
    problem: (path) => {
      const stats = stat(path);
      return stats === undefined ? null : problemOf(stats);
    },
  };
}
