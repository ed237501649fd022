/** The modules of the authoring API, and the file that declares each. */
export const declarations: ReadonlyMap<string, string> = new Map([
  ['commonfabric', 'commonfabric.d.ts'],
  ['commonfabric/schema', 'schema.d.ts'],
  ['commonfabric/cfc', 'cfc.d.ts'],
  ['commontools', 'commontools.d.ts'],
  ['commontools/schema', 'schema.d.ts'],
  ['commontools/cfc', 'cfc.d.ts'],
]);
