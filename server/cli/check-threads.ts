/** Checks many files in several threads: compiling keeps a thread busy from start to end. */
import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createDiskFileSource, createEngine } from '../engine/index.ts';
import { checkFiles } from './answers.ts';
import type { CheckedFiles } from './answers.ts';
import { commandWords } from '../protocol/messages/command-words.ts';

/** Fewer files than this are checked before another thread has started. */
const FILES_PER_THREAD = 8;

interface CheckTask {
  readonly kind: 'check';
  readonly files: readonly string[];
  readonly root: string | undefined;
  readonly distDir: string;
}

/** Checks the files, in `jobs` threads where that is worth it; the result is in their order. */
export async function checkInThreads(
  files: readonly string[],
  root: string | undefined,
  jobs: number,
  distDir: string,
): Promise<CheckedFiles> {
  const threads = Math.min(jobs, Math.ceil(files.length / FILES_PER_THREAD));
  if (threads <= 1) return checkHere({ kind: 'check', files, root, distDir });
  const parts = Array.from({ length: threads }, (_, thread) =>
    files.filter((_file, at) => at % threads === thread),
  );
  const checked = await Promise.all(
    parts.map((part) => checkThere({ kind: 'check', files: part, root, distDir })),
  );
  const inOrder = files.map((_, at) => checked[at % threads]?.files[Math.floor(at / threads)]);
  return {
    success: checked.every(({ success }) => success),
    files: inOrder.filter((each) => each !== undefined),
  };
}

/** Carries out the task of a thread of `checkInThreads`; false in any other thread. */
export function runCheckThread(): boolean {
  const task = workerData as CheckTask | null;
  if (parentPort === null || task?.kind !== 'check') return false;
  const port = parentPort;
  void checkHere(task).then((checked) => port.postMessage(checked));
  return true;
}

async function checkHere({ files, root, distDir }: CheckTask): Promise<CheckedFiles> {
  const engine = createEngine({ files: createDiskFileSource(), distDir, spares: 0 });
  try {
    return await checkFiles(engine, files, root);
  } finally {
    await engine.dispose();
  }
}

function checkThere(task: CheckTask): Promise<CheckedFiles> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(task.distDir, 'cli.js'), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(commandWords.threadEnded)));
  });
}
