// Has nothing but types.
// @elsewhere ["RuntimeError PB1504"]
export type A = { a: number };
export interface B { b: string }
