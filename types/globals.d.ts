/** What is in scope beside the language itself: nothing else of a browser or of Node is. */

/** Lines appear beside the result, each with its place in the source. */
declare const console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
};
