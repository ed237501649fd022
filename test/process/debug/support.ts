/** A pattern of two files under a debugger, for one test file. */
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type {
  DebugTarget,
  Engine,
  OpenRun,
  RunOptions,
  RunRequest,
} from '../../../server/engine/index.ts';
import { memoryEngine } from '../maps/run-sites.ts';
import { attachDebugger } from './debugger.ts';
import type { Debugger } from './debugger.ts';

const root = path.resolve('/maps');

export interface Debugged {
  readonly session: Debugger;
  readonly target: DebugTarget;
  readonly opening: Promise<OpenRun>;
}

export interface DebugBench {
  readonly engine: () => Engine;
  readonly put: (files: Readonly<Record<string, string>>) => void;
  /** Opens a file with a link of the test's own. */
  readonly open: (
    file: string,
    options: RunOptions,
    request?: Partial<RunRequest>,
  ) => Promise<OpenRun>;
  /** Opens a file under a debugger that `prepare` has got ready before the pattern starts. */
  readonly debug: (
    file: string,
    prepare?: (session: Debugger) => void,
    request?: Partial<RunRequest>,
  ) => Promise<Debugged>;
}

/** An engine over files in memory, gone with its processes after the test file. */
export function useDebugger(): DebugBench {
  let memory: ReturnType<typeof memoryEngine> | undefined;
  beforeAll(() => {
    memory = memoryEngine();
  });
  afterAll(() => memory?.engine.dispose());
  const use = (): ReturnType<typeof memoryEngine> => {
    if (!memory) throw new Error('The engine exists within tests only.');
    return memory;
  };
  const open: DebugBench['open'] = (file, options, request) =>
    use().engine.open({ ...request, file: path.join(root, file), root }, options);

  return {
    engine: () => use().engine,
    put: (files) => use().put(files),
    open,
    debug: (file, prepare, request) =>
      new Promise((resolve, reject) => {
        const opening = open(
          file,
          {
            debugger: {
              requireAllLayers: false,
              attach: async (target) => {
                const session = await attachDebugger(target.url);
                prepare?.(session);
                resolve({ session, target, opening });
              },
            },
          },
          request,
        );
        opening.then(({ result }) => {
          reject(new Error(`it never waited: ${result.error?.message ?? ''}`));
        }, reject);
      }),
  };
}

/** A pattern whose body is `statements`, in a file of its own. */
export const patternWith = (statements: string): string =>
  `import { action, computed, pattern, Writable } from "commonfabric";
export default pattern<{ none?: number }>(({ none }) => {
${statements}
});
`;
