/** Lets so many pieces of work run at once; the others wait in order. */

export interface Queue {
  /** Runs `work` when there is room; false if the signal was aborted before. */
  readonly run: (work: () => Promise<void>, signal?: AbortSignal) => Promise<boolean>;
  readonly running: () => number;
  readonly waiting: () => number;
}

/** Makes a queue with room for `capacity` pieces of work. */
export function makeQueue(capacity: number): Queue {
  const waiting = new Set<() => void>();
  let running = 0;

  const room = (signal: AbortSignal | undefined): Promise<boolean> => {
    if (signal?.aborted) return Promise.resolve(false);
    if (running < capacity) {
      running += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const begin = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        waiting.delete(begin);
        resolve(false);
      };
      waiting.add(begin);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  };

  const leave = (): void => {
    const [next] = waiting;
    if (next === undefined) {
      running -= 1;
      return;
    }
    // The room goes over to the one that has waited longest.
    waiting.delete(next);
    next();
  };

  return Object.freeze<Queue>({
    run: async (work, signal) => {
      if (!(await room(signal))) return false;
      try {
        await work();
      } finally {
        leave();
      }
      return true;
    },
    running: () => running,
    waiting: () => waiting.size,
  });
}
