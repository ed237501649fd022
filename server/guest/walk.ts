/** Follows a path through a result, one resolved step at a time. */
import type { Path } from './encode.ts';
import type { Inspector } from './inspect.ts';

/** The keys of a dotted path; whole numbers are array indices. */
export function pathOf(dotted: string): Path {
  return dotted.split('.').map((key) => (/^(?:0|[1-9]\d*)$/u.test(key) ? Number(key) : key));
}

/** The value at `path` below `root`; undefined where there is none. */
export function walkTo(inspector: Inspector, root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    const seen = inspector.look(value);
    if (seen.kind !== 'object' && seen.kind !== 'array') return undefined;
    value = inspector.own(seen.value, key);
  }
  return value;
}
