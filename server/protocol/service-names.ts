/** The host services that ask the network. Kept apart from the schemas, which the guest does without. */
export const networkServices = [
  'fetchJson',
  'fetchJsonUnchecked',
  'fetchText',
  'fetchBinary',
  'fetchData',
  'fetchProgram',
  'streamData',
  'cellFromUrl',
] as const;
