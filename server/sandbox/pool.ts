/** Keeps warm processes ready and gives each to one pattern, once. */
import { limits } from '../protocol/settings.ts';
import type { Debugging, OpenRequest, Pool, PoolOptions, RunEvents, SandboxRun } from './api.ts';
import { cancelledRun } from './cancelled-run.ts';
import type { DebugProcess } from './debug-process.ts';
import { immunise } from './immunise.ts';
import { reportLayers } from './layers.ts';
import type { SandboxProcess } from './process.ts';
import { makeQueue } from './queue.ts';
import { makeRun } from './run.ts';
import { makeShimReader } from './shims.ts';
import type { OpenedRun, RunParts } from './run.ts';
import { makeStarter } from './starter.ts';
import type { WarmProcess } from './warm-process.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';

const DEFAULT_SPARES = 2;
/** After a failed start: a machine that cannot start processes must not be kept busy trying. */
const RETRY_MS = 5000;

async function atOnce(work: () => Promise<void>): Promise<boolean> {
  await work();
  return true;
}

/** Makes a pool and begins to warm its spares. */
export function createPool(options: PoolOptions): Pool {
  immunise();
  const execPath = options.execPath ?? process.execPath;
  const wanted = options.spares ?? DEFAULT_SPARES;
  const queue = makeQueue(options.concurrency ?? limits['run.concurrency'].default);
  const shimsFor = makeShimReader(options.sandboxDir);
  const starter = makeStarter(execPath, options.sandboxDir);
  const refills = options.refill ?? true;

  const alive = new Set<SandboxProcess>();
  const runs = new Set<SandboxRun>();
  const spares = new Set<Promise<WarmProcess>>();
  /** What an ordinary process of this pool has proved. */
  let ordinary: WarmProcess['layers'] | undefined;
  let disposed = false;
  let refilling: NodeJS.Timeout | undefined;

  const mustBeOpen = (): void => {
    if (disposed) throw new Error(faultWords.poolClosed);
  };

  const count = (sandbox: SandboxProcess): void => {
    alive.add(sandbox);
    void sandbox.exited.then(() => alive.delete(sandbox));
  };

  const start = async (): Promise<WarmProcess> => {
    const warm = await starter.start((sandbox) => {
      mustBeOpen();
      count(sandbox);
    });
    ordinary = warm.layers;
    return warm;
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
    mustBeOpen();
    const [spare] = spares;
    if (spare === undefined) return start();
    spares.delete(spare);
    return spare.catch(() => start());
  };

  const selfTest = async (): Promise<WarmProcess['layers']> => {
    const { sandbox, layers } = await take();
    sandbox.kill();
    await sandbox.exited;
    refillIn(0);
    return layers;
  };

  const make = (parts: RunParts): OpenedRun => {
    const made = makeRun(parts);
    runs.add(made);
    void made.end.then(() => runs.delete(made));
    return made;
  };

  const startDebugged = async (): Promise<DebugProcess> => {
    const comparison = ordinary ?? (await selfTest());
    mustBeOpen();
    return starter.startDebugged(comparison, count);
  };

  /** One that a debugger has stopped must not keep others from running, so it takes no place. */
  const openDebugged = async (
    request: OpenRequest,
    { attach }: Debugging,
    events: RunEvents,
    signal: AbortSignal | undefined,
  ): Promise<SandboxRun> => {
    const { sandbox, url, off } = await startDebugged();
    const run = make({ sandbox, request, events, signal, schedule: atOnce, shimsFor });
    try {
      await Promise.race([attach({ url, off }), run.end]);
    } catch (error) {
      run.close();
      throw error;
    }
    if (run.ended === null) await run.start();
    return run;
  };

  const open: Pool['open'] = async (request, events, signal) => {
    if (request.debug) return openDebugged(request, request.debug, events, signal);
    let run: SandboxRun | undefined;
    const opened = await queue.run(async () => {
      const { sandbox } = await take();
      sandbox.hold(true);
      const made = make({ sandbox, request, events, signal, schedule: queue.run, shimsFor });
      run = made;
      await made.start();
    }, signal);
    // Off the path of the run that was just answered.
    refillIn(0);
    return opened && run ? run : cancelledRun();
  };

  // Whoever runs one pattern only has its process ready while he compiles.
  if (refills) refillIn(0);
  else for (let spare = 0; spare < wanted; spare++) addSpare();

  return Object.freeze<Pool>({
    open,
    selfTest: async () => reportLayers(await selfTest(), { resources: starter.resources() }),
    debugTest: async () => {
      const { sandbox, off } = await startDebugged();
      sandbox.kill();
      await sandbox.exited;
      return off;
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
