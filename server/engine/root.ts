/** Finds the folder that a file's imports may not leave. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const markers = ['package.json', 'deno.json', 'deno.jsonc', '.git'];

/** The nearest folder at or above the file that looks like a project; else the file's own folder. */
export function findRoot(file: string): string {
  const own = path.dirname(file);
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (markers.some((marker) => existsSync(path.join(folder, marker)))) return folder;
    if (folder === path.dirname(folder)) return own;
  }
}

/** Root-relative path with forward slashes, the only form of a path that leaves the host. */
export function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Whether the file lies below the root. */
export function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
