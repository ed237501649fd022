/** The texts of large globals, read from the build when a program names one for the first time. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shimNames } from '../protocol/shims.ts';
import type { ShimName, Shims } from '../protocol/shims.ts';

/** Gives what a program needs of the shims. */
export type ShimsFor = (records: readonly { readonly code: string }[]) => Shims;

/** Makes the reader for a folder of built bundles. */
export function makeShimReader(sandboxDir: string): ShimsFor {
  const texts = new Map<ShimName, string>();
  const textOf = (name: ShimName): string => {
    const text =
      texts.get(name) ?? readFileSync(path.join(sandboxDir, `${name.toLowerCase()}.js`), 'utf8');
    texts.set(name, text);
    return text;
  };
  return (records) => {
    const named = shimNames.filter((name) => records.some(({ code }) => code.includes(name)));
    return Object.fromEntries(named.map((name) => [name, textOf(name)]));
  };
}
