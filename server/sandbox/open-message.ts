/** What crosses into the process when a pattern is opened: the records alone, no host path, no map. */
import type { HostMessage } from '../protocol/wire.ts';
import type { OpenRequest } from './api.ts';
import type { ShimsFor } from './shims.ts';

/** Largest result that is sent as a whole, and its deepest nesting. */
const RESULT_BYTES = 16 * 1024 * 1024;
const RESULT_DEPTH = 200;

/** The open command of a request, without its number. */
export function openMessage(
  request: OpenRequest,
  shimsFor: ShimsFor,
): Omit<Extract<HostMessage, { type: 'open' }>, 'id'> {
  const { argument, clock, fixtures, host, limits, seed, test } = request;
  return {
    type: 'open',
    entry: request.entry,
    exportName: request.exportName,
    records: request.records.map(({ path, sourceURL, code, imports, facts, generation }) => {
      const mapUrl = request.debug?.mapUrls.get(path);
      return {
        path,
        sourceURL,
        code,
        imports,
        facts,
        generation,
        ...(mapUrl === undefined ? {} : { mapUrl }),
      };
    }),
    limits: {
      turnMs: request.debug ? null : limits.timeoutMs,
      outputBytes: limits.maxOutputBytes,
      resultBytes: RESULT_BYTES,
      resultDepth: RESULT_DEPTH,
    },
    trace: request.trace,
    shims: shimsFor(request.records),
    ...(fixtures === undefined ? {} : { fixtures }),
    ...(host === undefined ? {} : { granted: host.granted }),
    ...(test === undefined ? {} : { test }),
    ...(argument === undefined ? {} : { argument }),
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { clock }),
  };
}
