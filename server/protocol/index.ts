/** The typed contracts: everything here may be imported from every stage and from the extension. */
export * from './api-names.ts';
export * from './end.ts';
export * from './fixtures.ts';
export * from './functor.ts';
export * from './messages/index.ts';
export * from './permissions.ts';
export * from './printable.ts';
export * from './positions.ts';
export * from './record.ts';
export * from './result.ts';
export * from './sandbox-globals.ts';
export * from './shims.ts';
export * from './schema.ts';
export * from './settings.ts';
export * from './text.ts';
export type { TraceEntry, TraceEvent, TraceKind } from './trace.ts';
