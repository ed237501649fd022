/** A debugged run: its maps name the authored files, and it waits until the debugger is attached. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { debuggerNotAttached, debugNeedsLayersOff } from '../protocol/index.ts';
import type { ModuleGraph, RunError } from '../protocol/index.ts';
import type { Debugging } from '../sandbox/index.ts';
import type { DebuggerLink } from './api.ts';
import { errorOf } from './errors.ts';

/** Why a run that should be debugged was not even opened. */
export class DebugRefused extends Error {
  readonly error: RunError;

  constructor(error: RunError) {
    super(error.message);
    this.error = error;
  }
}

/** What the sandbox needs to let `link` attach to a run of the graph. */
export function debuggingOf(graph: ModuleGraph, root: string, link: DebuggerLink): Debugging {
  return Object.freeze<Debugging>({
    mapUrls: new Map(
      [...graph.sources].map(([name, { map }]) => [name, mapUrl(map, path.join(root, name))]),
    ),
    attach: async (target) => {
      const { off } = target;
      if (link.requireAllLayers && off.length > 0) {
        throw new DebugRefused(errorOf('PermissionError', debugNeedsLayersOff({ off })));
      }
      try {
        await link.attach(target);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new DebugRefused(errorOf('InternalError', debuggerNotAttached({ reason })));
      }
    },
  });
}

/** The map as a data URL, with the authored file by its absolute address. */
function mapUrl(map: string, file: string): string {
  if (map === '') return 'data:application/json,{}';
  const named = { ...(JSON.parse(map) as object), sources: [pathToFileURL(file).href] };
  const encoded = Buffer.from(JSON.stringify(named)).toString('base64');
  return `data:application/json;base64,${encoded}`;
}
