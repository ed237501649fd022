/**
 * A lifetime owns what was created during it: an instance, a row of a list, one run of a
 * computation. Ending it ends everything below.
 */
export interface Lifetime {
  /** Calls back when the lifetime ends; at once when it is over already. */
  readonly onEnd: (callback: () => void) => void;
  /** A lifetime that ends with this one, or earlier. */
  readonly branch: () => Lifetime;
  readonly end: () => void;
}

/** Makes a lifetime that no other owns. */
export function makeLifetime(): Lifetime {
  let callbacks: Set<() => void> | null = null;
  let ended = false;
  const onEnd = (callback: () => void): void => {
    if (ended) callback();
    else (callbacks ??= new Set()).add(callback);
  };
  const end = (): void => {
    if (ended) return;
    ended = true;
    const all = callbacks;
    callbacks = null;
    all?.forEach((callback) => callback());
  };
  const branch = (): Lifetime => {
    const child = makeLifetime();
    onEnd(child.end);
    child.onEnd(() => callbacks?.delete(child.end));
    return child;
  };
  return Object.freeze({ onEnd, branch, end });
}
