/** A `serve` process to measure: one request at a time, as a client would send them. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ServeClient {
  readonly pid: number;
  /** Sends one request and gives its answer. */
  readonly ask: (request: object) => Promise<Readonly<Record<string, unknown>>>;
  readonly end: () => Promise<void>;
}

/** Starts the built command line in that mode; `temporary` is where its temporary files would go. */
export function startServe(cli: string, cwd: string, temporary?: string): ServeClient {
  const child = spawn(process.execPath, [cli, 'serve', '--stdio'], {
    cwd,
    ...(temporary === undefined ? {} : { env: { ...process.env, TMPDIR: temporary } }),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, (answer: Record<string, unknown>) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Record<string, unknown>;
    const id = Number(answer['id']);
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  let ids = 0;
  return Object.freeze<ServeClient>({
    pid: child.pid ?? 0,
    ask: (request) =>
      new Promise((resolve) => {
        const id = ++ids;
        waiting.set(id, resolve);
        child.stdin.write(`${JSON.stringify({ ...request, id })}\n`);
      }),
    end: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.stdin.end();
      }),
  });
}
