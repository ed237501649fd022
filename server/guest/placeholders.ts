/** The placeholders of a console message: `%s`, `%d`, `%o` and their like, as the console has them. */

const PLACEHOLDER = /%[sdifjoOc%]/gu;

/** A number as `%d`, `%i` or `%f` shows it; only primitives are converted, so no code runs. */
function numeric(kind: string, value: unknown): string {
  const isPrimitive = typeof value !== 'object' && typeof value !== 'function';
  const number = isPrimitive && typeof value !== 'symbol' ? Number(value) : NaN;
  return String(kind === 'i' ? Math.trunc(number) : number);
}

/**
 * Fills the placeholders of the first value, if it is a string, from the values that follow; gives
 * the values that are left to be printed, the message first.
 */
export function fillPlaceholders(
  values: readonly unknown[],
  formatOne: (value: unknown) => string,
): readonly unknown[] {
  const [message, ...rest] = values;
  if (typeof message !== 'string' || rest.length === 0 || !message.includes('%')) return values;
  let used = 0;
  const filled = message.replace(PLACEHOLDER, (found) => {
    const kind = found[1] ?? '';
    if (kind === '%') return '%';
    if (used === rest.length) return found;
    const value = rest[used];
    used += 1;
    if (kind === 'c') return '';
    return 'dif'.includes(kind) ? numeric(kind, value) : formatOne(value);
  });
  return [filled, ...rest.slice(used)];
}
