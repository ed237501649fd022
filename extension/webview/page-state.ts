/** What the page remembers over redraws, hiding and reloading: open nodes and half-written events. */

export interface PageHost {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

export interface PageState {
  readonly isOpen: (key: string, byDefault: boolean) => boolean;
  readonly setOpen: (key: string, open: boolean) => void;
  readonly text: (key: string) => string;
  readonly setText: (key: string, text: string) => void;
  /** The pattern that the panel belongs to; the editor restores the panel by it. */
  readonly setUri: (uri: string) => void;
}

interface Stored {
  uri: string;
  open: Record<string, boolean>;
  texts: Record<string, string>;
}

/** Restores the page's memory. */
export function createPageState(host: PageHost): PageState {
  const stored = restore(host.getState());
  const save = () => {
    host.setState(stored);
  };
  return Object.freeze<PageState>({
    isOpen: (key, byDefault) => stored.open[key] ?? byDefault,
    setOpen: (key, open) => {
      stored.open[key] = open;
      save();
    },
    text: (key) => stored.texts[key] ?? '',
    setText: (key, text) => {
      stored.texts[key] = text;
      save();
    },
    setUri: (uri) => {
      if (stored.uri === uri) return;
      stored.uri = uri;
      save();
    },
  });
}

function restore(state: unknown): Stored {
  const known = typeof state === 'object' && state !== null ? (state as Partial<Stored>) : {};
  return {
    uri: known.uri ?? '',
    // Without prototypes, so that no key of a pattern means anything here.
    open: Object.assign(Object.create(null) as Record<string, boolean>, known.open),
    texts: Object.assign(Object.create(null) as Record<string, string>, known.texts),
  };
}
