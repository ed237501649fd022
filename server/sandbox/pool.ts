/** Keeps warm processes ready and gives each to one pattern, once. */
import { limits } from '../protocol/settings.ts';
import type { OpenRequest, Pool, PoolOptions, RunEvents, SandboxRun } from './api.ts';
import { immunise } from './immunise.ts';
import { reportLayers } from './layers.ts';
import type { SandboxProcess } from './process.ts';
import { makeQueue } from './queue.ts';
import { cancelledRun, makeRun } from './run.ts';
import { makeShimReader } from './shims.ts';
import { makeStarter } from './starter.ts';
import type { WarmProcess } from './warm-process.ts';

const DEFAULT_SPARES = 2;
/** After a failed start: a machine that cannot start processes must not be kept busy trying. */
const RETRY_MS = 5000;

/** Makes a pool and begins to warm its spares. */
export function createPool(options: PoolOptions): Pool {
  immunise();
  const execPath = options.execPath ?? process.execPath;
  const wanted = options.spares ?? DEFAULT_SPARES;
  const queue = makeQueue(options.concurrency ?? limits['run.concurrency'].default);
  const starter = makeStarter(execPath, options.sandboxDir);
  const refills = options.refill ?? true;
  const shimsFor = makeShimReader(options.sandboxDir);

  const alive = new Set<SandboxProcess>();
  const runs = new Set<SandboxRun>();
  const spares = new Set<Promise<WarmProcess>>();
  let disposed = false;
  let refilling: NodeJS.Timeout | undefined;

  const start = (): Promise<WarmProcess> => {
    return starter.start((sandbox) => {
      if (disposed) throw new Error('The pool of sandbox processes is closed.');
      alive.add(sandbox);
      void sandbox.exited.then(() => alive.delete(sandbox));
    });
  };

  const addSpare = (): void => {
    const spare = start();
    spares.add(spare);
    spare.then(
      ({ sandbox }) => {
        // Killed from outside while it waited: replace it.
        void sandbox.exited.then(() => {
          if (spares.delete(spare)) refillIn(0);
        });
      },
      () => {
        if (spares.delete(spare)) refillIn(RETRY_MS);
      },
    );
  };

  const refillIn = (milliseconds: number): void => {
    if (disposed || !refills) return;
    refilling ??= setTimeout(() => {
      refilling = undefined;
      while (!disposed && spares.size < wanted) addSpare();
    }, milliseconds).unref();
  };

  /** A process for one run: the first spare that is ready, else one that is on its way. */
  const take = async (): Promise<WarmProcess> => {
    if (disposed) throw new Error('The pool of sandbox processes is closed.');
    const [spare] = spares;
    if (spare === undefined) return start();
    spares.delete(spare);
    return spare.catch(() => start());
  };

  const open = async (
    request: OpenRequest,
    events: RunEvents,
    signal?: AbortSignal,
  ): Promise<SandboxRun> => {
    let run: SandboxRun | undefined;
    const opened = await queue.run(async () => {
      const { sandbox } = await take();
      sandbox.hold(true);
      const made = makeRun({ sandbox, request, events, signal, schedule: queue.run, shimsFor });
      run = made;
      runs.add(made);
      void made.end.then(() => runs.delete(made));
      await made.start();
    }, signal);
    // Off the path of the run that was just answered.
    refillIn(0);
    return opened && run ? run : cancelledRun();
  };

  // Whoever runs one pattern only has its process ready while he compiles.
  if (refills) refillIn(0);
  else for (let count = 0; count < wanted; count++) addSpare();

  return Object.freeze<Pool>({
    open,
    selfTest: async () => {
      const { sandbox, layers } = await take();
      sandbox.kill();
      await sandbox.exited;
      refillIn(0);
      return reportLayers(layers, { resources: starter.resources });
    },
    dispose: async () => {
      disposed = true;
      clearTimeout(refilling);
      for (const run of runs) run.close();
      const ending = [...alive].map(({ exited, kill }) => (kill(), exited));
      await Promise.all(ending);
      await Promise.allSettled(spares);
      spares.clear();
    },
    counters: () => ({
      running: queue.running(),
      queued: queue.waiting(),
      spares: spares.size,
      processes: alive.size,
    }),
  });
}
