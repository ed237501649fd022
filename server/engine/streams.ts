/** Finds the streams of an encoded result. */

/** The paths of every stream in a result, `$UI` included, in the order that they appear. */
export function streamsOf(result: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    const { $type: tag, path } = value as { $type?: unknown; path?: unknown };
    if (tag === 'stream' && typeof path === 'string') {
      if (!seen.has(path)) found.push(path);
      seen.add(path);
      return;
    }
    Object.values(value).forEach(visit);
  };
  visit(result);
  return found;
}
