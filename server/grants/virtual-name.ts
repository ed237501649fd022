/** The names by which a pattern asks for data files. */
import path from 'node:path';
import { grantBounds } from '../protocol/index.ts';

/** The name in the form that is looked up; null when it leads outside or is no relative name. */
export function virtualName(name: string): string | null {
  if (name.length > grantBounds.ruleLength || /[\0\\]/.test(name)) return null;
  if (name.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(name)) return null;
  const normal = path.posix.normalize(name);
  if (/^[a-z]:/i.test(normal)) return null;
  // The folder itself, or out of it.
  const leaves = /^\.\.?\/?$|^\.\.\//.test(normal);
  return leaves ? null : normal;
}
