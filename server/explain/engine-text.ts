/** Cleans the engine's messages of what only compiled code contains. */

import { explainWords } from '../protocol/index.ts';

/** Longest message that is shown. */
const MAX_MESSAGE = 4_000;

/** Puts the author's words in place of compiled ones. */
export function cleanText(text: string): string {
  const cleaned = text
    // V8 leaves out what is stored: `($s.at , useState)`.
    .replace(/\(\$s\.at ?, ?([^()]*)\)/g, '$1')
    .replace(/\(0 ?, ?([\w$]+)\.([\w$]+)\)/g, '$2')
    .replace(/\b[\w$]+_\d+\.default\b/g, explainWords.defaultExport)
    .replace(/\bexports\.([\w$]+)/g, '$1')
    .replace(/\$pb\.(?:r|p|x|arg|at)\(\.\.\.\)/g, explainWords.intermediate)
    .replace(/patternbox:\/\/\/([^\s?)]+)(?:\?[0-9a-f]+)?/g, '$1');
  return cleaned.length > MAX_MESSAGE ? `${cleaned.slice(0, MAX_MESSAGE)}…` : cleaned;
}

/** The last name of an access chain: `get` of `(intermediate value).items.get`. */
export function lastName(chain: string): string {
  return /([\w$]+)$/.exec(chain)?.[1] ?? chain;
}

const chain = String.raw`[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|!|\[[^[\]]*\]|\([^()]*\))*`;
const endsInAccess = new RegExp(String.raw`(${chain})\s*(?:\?\.|\.|!\.)\s*$`);
const endsInIndex = new RegExp(String.raw`(${chain})\s*(?:\?\.)?\[\s*["'\`]?$`);
const endsInChain = new RegExp(String.raw`(${chain})$`);

/**
 * What stands before `.name` in the authored text, where the offset is that of `name`. Only the same
 * line counts: a guess is worse than nothing.
 */
export function baseBefore(text: string, offset: number): string | null {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200);
  const before = text.slice(lineStart, offset);
  const found = text[offset] === '[' ? endsInChain.exec(before) : endsInAccess.exec(before);
  return found?.[1] ?? endsInIndex.exec(before)?.[1] ?? null;
}

/** The name that stands at an offset. */
export function wordAt(text: string, offset: number): string | null {
  return (
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(text.slice(offset, offset + 100))?.[0] ?? null
  );
}

/** The name of a function's first parameter; null where it is taken apart or there is none. */
export function firstParameter(text: string, { start }: { readonly start: number }): string | null {
  const head = text.slice(start, start + 200);
  const found = /^(?:async\s*)?(?:\(\s*)?([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*[,:)=]/u.exec(
    head,
  );
  return found?.[1] ?? null;
}

/**
 * Whether the text plainly says that a name holds a promise: it has one declaration, which calls,
 * without `await`, a function that the same text declares `async`.
 */
export function holdsPromise(text: string, name: string): boolean {
  const escaped = name.replaceAll('$', String.raw`\$`);
  const declared = String.raw`\b(?:const|let|var)\s+${escaped}\b[^=;\n]{0,100}=(?!=)\s*([\w$]+)?`;
  const found = [...text.matchAll(new RegExp(declared, 'g'))];
  const called = found.length === 1 ? found[0]?.[1] : undefined;
  if (called === undefined || called === 'await') return false;
  const callee = called.replaceAll('$', String.raw`\$`);
  const async = String.raw`\basync\s+function\s+${callee}\b|\bconst\s+${callee}\b[^=;\n]{0,100}=\s*async\b`;
  return new RegExp(async).test(text);
}
