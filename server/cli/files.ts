/** Turns the paths that a user names into absolute pattern files. */
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { nothingFound, outsideRoot, testsNotFound, unreadableFile } from '../protocol/index.ts';
import { isInside } from '../engine/index.ts';
import { reasonOf, UsageError } from './options.ts';
import { reasonWords } from '../protocol/messages/reason-words.ts';

const source = /(?<!\.d)\.tsx?$/;
/** Names of test files. */
export const testFile = /\.test\.tsx?$/;
const skipped = new Set(['node_modules', 'dist', 'coverage']);
const importsApi = /\bfrom\s*["'](?:commonfabric|commontools)(?:\/|["'])/;

/** The absolute path of one file that exists and lies inside the root, if one is given. */
export function resolveFile(cwd: string, file: string, root?: string): string {
  const absolute = path.resolve(cwd, file);
  if (kindOf(absolute, file) === 'folder') {
    throw new UsageError(unreadableFile({ file, reason: reasonWords.isFolder }));
  }
  const inside = root === undefined || isInside(path.resolve(cwd, root), absolute);
  if (!inside) throw new UsageError(outsideRoot({ file, root }));
  return absolute;
}

/**
 * Every file named, and every pattern file below a named folder whose name fits `wanted`, in order
 * and once each.
 */
export function collectFiles(
  cwd: string,
  named: readonly string[],
  wanted: RegExp = source,
): string[] {
  const files = new Set<string>();
  for (const name of named) {
    const absolute = path.resolve(cwd, name);
    if (kindOf(absolute, name) === 'file') {
      files.add(absolute);
      continue;
    }
    const found = patternsBelow(absolute, wanted);
    const none = wanted === testFile ? testsNotFound : nothingFound;
    if (found.length === 0) throw new UsageError(none({ what: name }));
    for (const file of found) files.add(file);
  }
  return [...files];
}

function kindOf(absolute: string, shown: string): 'file' | 'folder' {
  try {
    const stats = statSync(absolute);
    if (stats.isDirectory()) return 'folder';
    if (stats.isFile()) {
      accessSync(absolute, constants.R_OK);
      return 'file';
    }
  } catch (error) {
    throw new UsageError(unreadableFile({ file: shown, reason: reasonOf(error) }));
  }
  // A pipe, a device or a socket: reading it might never end.
  throw new UsageError(unreadableFile({ file: shown, reason: reasonWords.notAFile }));
}

function patternsBelow(folder: string, wanted: RegExp): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const absolute = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !entry.name.startsWith('.')) {
        found.push(...patternsBelow(absolute, wanted));
      }
    } else if (entry.isFile() && wanted.test(entry.name)) {
      if (importsApi.test(readFileSync(absolute, 'utf8'))) found.push(absolute);
    }
  }
  return found.sort();
}
