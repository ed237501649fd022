/** A sandbox process that has proved its layers and waits for its one pattern. */
import type { Launch } from './launch.ts';
import { PROVED_BY_PROCESS } from './layers.ts';
import { startProcess } from './process.ts';
import type { SandboxProcess } from './process.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';

export interface WarmProcess {
  readonly sandbox: SandboxProcess;
  /** Which layers hold in this very process. */
  readonly layers: Readonly<Record<string, boolean>>;
  /** Where a debugger finds it, if it was started to be debugged. */
  readonly inspector?: string | undefined;
}

/** A machine under heavy load may take seconds to start a process. */
const START_MS = 30_000;

/** The process did not get as far as running a pattern. */
export class StartFailure extends Error {}

/** Starts a process and waits for its proof; rejects with StartFailure. */
export function warmUp(
  launch: Launch,
  onStarted: (sandbox: SandboxProcess) => void,
): Promise<WarmProcess> {
  const sandbox = startProcess(launch);
  try {
    onStarted(sandbox);
  } catch (error) {
    sandbox.kill();
    throw error;
  }
  return new Promise((resolve, reject) => {
    const fail = (detail: string): void => {
      clearTimeout(timer);
      sandbox.kill();
      reject(new StartFailure(faultWords.notStarted(detail)));
    };
    const timer = setTimeout(() => fail(faultWords.notReady), START_MS).unref();
    void sandbox.exited.then(({ code, signal, stderr }) =>
      fail(`${signal ?? faultWords.exitCode(code ?? -1)} ${stderr.trim().slice(0, 500)}`.trim()),
    );
    sandbox.listen({
      onProtocolError: fail,
      onMessage: (message) => {
        if (message.type !== 'ready') {
          fail(faultWords.saidFirst(message.type));
          return;
        }
        const missing = PROVED_BY_PROCESS.filter((layer) => message.layers[layer] !== true);
        if (missing.length > 0) {
          fail(faultWords.layersMissing(missing.join(', ')));
          return;
        }
        clearTimeout(timer);
        sandbox.hold(false);
        const { layers, inspector } = message;
        resolve(Object.freeze({ sandbox, layers, inspector }));
      },
    });
  });
}
