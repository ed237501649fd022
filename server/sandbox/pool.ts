/** Keeps warm processes ready and gives each to one pattern, once. */
import { limits } from '../protocol/settings.ts';
import type { OpenRequest, Pool, PoolOptions, RunEvents, SandboxRun } from './api.ts';
import { immunise } from './immunise.ts';
import { launchOf, resourceLimits } from './launch.ts';
import type { Launch, Wrapper } from './launch.ts';
import { reportLayers } from './layers.ts';
import { networkNamespace } from './namespace.ts';
import type { SandboxProcess } from './process.ts';
import { makeQueue } from './queue.ts';
import { cancelledRun, makeRun } from './run.ts';
import { makeShimReader } from './shims.ts';
import { detectFlags } from './runtime-flags.ts';
import { warmUp } from './warm-process.ts';
import type { WarmProcess } from './warm-process.ts';

const DEFAULT_SPARES = 2;
/** After a failed start: a machine that cannot start processes must not be kept busy trying. */
const RETRY_MS = 5000;

/** The command that starts a process, inside a namespace where there is one, and without it. */
async function planLaunches(
  execPath: string,
  sandboxDir: string,
  resources: Wrapper | null,
): Promise<{ readonly preferred: Launch | null; readonly plain: Launch }> {
  const [flags, namespace] = await Promise.all([detectFlags(execPath), networkNamespace()]);
  const plain = launchOf(execPath, sandboxDir, flags, resources === null ? [] : [resources]);
  return { preferred: namespace && namespace(plain), plain };
}

/** Makes a pool and begins to warm its spares. */
export function createPool(options: PoolOptions): Pool {
  immunise();
  const execPath = options.execPath ?? process.execPath;
  const wanted = options.spares ?? DEFAULT_SPARES;
  const queue = makeQueue(options.concurrency ?? limits['run.concurrency'].default);
  const resources = resourceLimits();
  const shimsFor = makeShimReader(options.sandboxDir);
  const launches = planLaunches(execPath, options.sandboxDir, resources);
  // Reported by whoever needs it; a pool that is never used must not crash the server.
  launches.catch(() => undefined);

  const alive = new Set<SandboxProcess>();
  const runs = new Set<SandboxRun>();
  const spares = new Set<Promise<WarmProcess>>();
  let disposed = false;
  let refilling: NodeJS.Timeout | undefined;

  const start = async (): Promise<WarmProcess> => {
    const { preferred, plain } = await launches;
    const begin = (launch: Launch): Promise<WarmProcess> => {
      if (disposed) throw new Error('The pool of sandbox processes is closed.');
      return warmUp(launch, (sandbox) => {
        alive.add(sandbox);
        void sandbox.exited.then(() => alive.delete(sandbox));
      });
    };
    // A namespace deepens the defence; that it fails must not keep a pattern from running.
    return preferred === null ? begin(plain) : begin(preferred).catch(() => begin(plain));
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
    if (disposed) return;
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

  refillIn(0);

  return Object.freeze<Pool>({
    open,
    selfTest: async () => {
      const { sandbox, layers } = await take();
      sandbox.kill();
      await sandbox.exited;
      refillIn(0);
      return reportLayers(layers, { resources: resources !== null });
    },
    dispose: async () => {
      disposed = true;
      clearTimeout(refilling);
      for (const run of runs) run.close();
      await Promise.allSettled(spares);
      spares.clear();
      const ending = [...alive].map(({ exited, kill }) => (kill(), exited));
      await Promise.all(ending);
    },
    counters: () => ({
      running: queue.running(),
      queued: queue.waiting(),
      spares: spares.size,
      processes: alive.size,
    }),
  });
}
