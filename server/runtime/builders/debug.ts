/** Text of any value, for authors who print while they work. */

/** `value` as JSON-like text; what JSON cannot hold is named. */
export function debugString(value: unknown, indent: number): string {
  const open: unknown[] = [];
  const replace = function (this: unknown, _key: string, each: unknown): unknown {
    if (typeof each === 'bigint') return `${each}n`;
    if (typeof each === 'function') return `[function ${each.name}]`;
    if (typeof each === 'symbol') return each.toString();
    if (typeof each !== 'object' || each === null) return each;
    while (open.length > 0 && open.at(-1) !== this) open.pop();
    if (open.includes(each)) return '[circular]';
    open.push(each);
    return each;
  };
  try {
    const text: unknown = JSON.stringify(value, replace, indent);
    return typeof text === 'string' ? text : typeof value;
  } catch {
    return '[unprintable]';
  }
}
