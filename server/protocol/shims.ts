/**
 * Globals of the language that engines do not have yet and that are large: their text goes to a
 * sandbox process with a program that names them, and is evaluated when one is used.
 */
export const shimNames = ['Temporal'] as const;
export type ShimName = (typeof shimNames)[number];

/** The text of each shim that a program needs; it defines `shim`, an object with the global. */
export type Shims = Readonly<Partial<Record<ShimName, string>>>;
