/** Explains why a run ended before its time. */
import {
  cpuReached,
  explainWords,
  limitReached,
  memoryReached,
  payloadTooDeep,
  payloadTooLarge,
  runCancelled,
  sandboxCrashed,
  timeReached,
} from '../protocol/index.ts';
import type {
  EndReason,
  ErrorType,
  Frame,
  Location,
  Message,
  RunError,
} from '../protocol/index.ts';
import { noFrames, runError } from './errors.ts';
import type { ExplainedModules } from './modules.ts';

/** The authored place of a site number; null for one that no module of the run has. */
export function placeOfSite(
  { module, site }: NonNullable<EndReason['site']>,
  modules: ExplainedModules,
): Location | null {
  const found = modules.byPath(module);
  const at = found?.source.sites[site];
  return (found && at && found.locate(at)) ?? null;
}

/** The error of an ended run, at the place where authored code was last seen. */
export function explainEnd(end: EndReason, modules: ExplainedModules): RunError {
  const { type, message } = describe(end);
  const module = end.site && modules.byPath(end.site.module);
  const at = end.site && module?.source.sites[end.site.site];
  if (module === undefined || at === undefined) {
    return runError(type, message, { ...noFrames, location: null }, modules);
  }
  const location = module.locate(at);
  const frame: Frame = {
    function: module.functionAt(at)?.name ?? explainWords.moduleScope,
    file: location.file,
    line: at.line,
    column: at.column,
    kind: 'pattern',
    mapped: true,
  };
  return runError(type, message, { frames: [frame], hiddenFrames: 0, location }, modules);
}

function limitMessage(name: string | undefined, value: number, used: number): Message {
  // See sandbox/payload.ts for these.
  const [, what, measure] = /^(input|event)\.(bytes|depth)$/.exec(name ?? '') ?? [];
  if (what === undefined) return limitReached({ name: name ?? explainWords.ofTheRun, value, used });
  return measure === 'bytes'
    ? payloadTooLarge({ what, limitBytes: value })
    : payloadTooDeep({ what, limitDepth: value });
}

function describe({ kind, limit, detail }: EndReason): { type: ErrorType; message: Message } {
  const value = limit?.value ?? 0;
  const used = limit?.used ?? 0;
  switch (kind) {
    case 'timeout':
      return { type: 'TimeoutError', message: timeReached({ limitMs: value }) };
    case 'cpu':
      return { type: 'TimeoutError', message: cpuReached({ limitMs: value }) };
    case 'memory':
      return { type: 'MemoryError', message: memoryReached({ limitMb: value, usedMb: used }) };
    case 'limit':
      return { type: 'ResourceLimitError', message: limitMessage(limit?.name, value, used) };
    case 'crashed':
    case 'protocol': {
      const message = sandboxCrashed({ detail: detail ?? explainWords.unknownReason });
      return { type: 'InternalError', message };
    }
    case 'cancelled':
    case 'closed':
      return { type: 'CancelledError', message: runCancelled({}) };
  }
}
