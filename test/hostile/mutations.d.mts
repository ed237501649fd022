/** The types of mutations.mjs, for the test that its edits fit the source. */
export const removals: Readonly<
  Record<string, readonly { readonly file: string; readonly find: string; readonly put: string }[]>
>;
export const mutations: readonly { readonly remove: string }[];
