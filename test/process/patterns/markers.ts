/**
 * What a pattern says about itself in comments: `// finding PB1274`, `// throws no 2`. A comment
 * alone on its line speaks of the next one.
 */

export interface Marker {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The markers of one kind in the order of their lines. */
export function markersIn(source: string, kind: 'finding' | 'throws'): Marker[] {
  return source.split('\n').flatMap((text, index) => {
    const found = new RegExp(`// ${kind} (.+)$`).exec(text);
    const alone = text.trimStart().startsWith('//');
    return found ? [{ line: index + (alone ? 2 : 1), text: found[1] ?? '' }] : [];
  });
}
