/** Decides which export of the entry a run is about. */
import { exportAmbiguous } from '../protocol/index.ts';
import type { Message } from '../protocol/index.ts';
import type { PatternSummary } from './api.ts';

/** The requested export; else the default one; else the only pattern; else a sentence. */
export function chooseExport(
  file: string,
  requested: string | undefined,
  patterns: readonly PatternSummary[],
): { readonly name: string } | { readonly refusal: Message } {
  if (requested !== undefined) return { name: requested };
  const names = patterns.map(({ exportName }) => exportName);
  const [only] = names;
  if (names.length === 0 || names.includes('default')) return { name: 'default' };
  if (names.length === 1 && only !== undefined) return { name: only };
  return { refusal: exportAmbiguous({ file, available: names }) };
}
