/** Turns the paths that a user names into absolute pattern files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { nothingFound, outsideRoot, unreadableFile } from '../protocol/index.ts';
import { isInside } from '../engine/index.ts';
import { reasonOf, UsageError } from './options.ts';

const source = /(?<!\.d)\.tsx?$/;
const skipped = new Set(['node_modules', 'dist', 'coverage']);
const importsApi = /\bfrom\s*["'](?:commonfabric|commontools)(?:\/|["'])/;

/** The absolute path of one file that exists and lies inside the root, if one is given. */
export function resolveFile(cwd: string, file: string, root?: string): string {
  const absolute = path.resolve(cwd, file);
  if (kindOf(absolute, file) === 'folder') {
    throw new UsageError(unreadableFile({ file, reason: 'it is a folder' }));
  }
  const inside = root === undefined || isInside(path.resolve(cwd, root), absolute);
  if (!inside) throw new UsageError(outsideRoot({ file, root }));
  return absolute;
}

/** Every pattern file named, or found below a named folder, in order and once each. */
export function collectFiles(cwd: string, named: readonly string[]): string[] {
  const files = new Set<string>();
  for (const name of named) {
    const absolute = path.resolve(cwd, name);
    if (kindOf(absolute, name) === 'file') {
      files.add(absolute);
      continue;
    }
    const found = patternsBelow(absolute);
    if (found.length === 0) throw new UsageError(nothingFound({ what: name }));
    for (const file of found) files.add(file);
  }
  return [...files];
}

function kindOf(absolute: string, shown: string): 'file' | 'folder' {
  try {
    return statSync(absolute).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw new UsageError(unreadableFile({ file: shown, reason: reasonOf(error) }));
  }
}

function patternsBelow(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const absolute = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !entry.name.startsWith('.')) {
        found.push(...patternsBelow(absolute));
      }
    } else if (entry.isFile() && source.test(entry.name)) {
      if (importsApi.test(readFileSync(absolute, 'utf8'))) found.push(absolute);
    }
  }
  return found.sort();
}
