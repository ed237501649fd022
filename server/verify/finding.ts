/** What a check says about a place in the compiled text, before it is located in the source. */
import type { Message, Severity } from '../protocol/index.ts';

/** How the module is judged: files of the older API get warnings where their runtime was lenient. */
export interface Tolerance {
  readonly older: boolean;
}

/** A finding at a range of the compiled text, in UTF-16 offsets. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** `lenient`: an error, but a warning in files of the older API. */
  readonly severity: Extract<Severity, 'error' | 'warning'> | 'lenient';
  /** Makes the message; `authored` is the source text of the range, for fixes. */
  readonly message: (about: Tolerance & { readonly authored: string }) => Message;
}

/** Whatever covers a range of text: a node, a comment, a token. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where checks put what they find. */
export interface Findings {
  /** Refused in every file. */
  readonly error: (at: Range, message: Finding['message']) => void;
  /** Told, never refused. */
  readonly warning: (at: Range, message: Finding['message']) => void;
  /** Refused, but only told in files of the older API. */
  readonly lenient: (at: Range, message: Finding['message']) => void;
}

/** Makes a collector over `list`. */
export function collectInto(list: Finding[]): Findings {
  const add =
    (severity: Finding['severity']) =>
    ({ start, end }: Range, message: Finding['message']): void =>
      void list.push({ start, end, severity, message });
  return Object.freeze({
    error: add('error'),
    warning: add('warning'),
    lenient: add('lenient'),
  });
}
