/**
 * Must be the import right after `ses`: everything of the bundle before this place is the hardened
 * language, everything after it is ours. Both are one script, so a frame's place tells them apart.
 */
import { RUNTIME_URL, SES_URL } from '../protocol/runtime-urls.ts';

// V8's own constructor: after lockdown nothing but this module's importers can reach it.
export const OriginalError = Error;

function placeOfCaller(): { readonly line: number; readonly column: number } {
  const prepare: unknown = Reflect.get(OriginalError, 'prepareStackTrace');
  OriginalError.prepareStackTrace = (_error, sites) => sites;
  const [, caller] = new OriginalError().stack as unknown as NodeJS.CallSite[];
  Reflect.set(OriginalError, 'prepareStackTrace', prepare);
  return { line: caller?.getLineNumber() ?? 0, column: caller?.getColumnNumber() ?? 0 };
}

const boundary = placeOfCaller();

/** The URL to report for a frame of the bundle. */
export function ownerOf(url: string | null, line: number, column: number): string | null {
  if (url !== RUNTIME_URL) return url;
  const before = line < boundary.line || (line === boundary.line && column < boundary.column);
  return before ? SES_URL : RUNTIME_URL;
}
