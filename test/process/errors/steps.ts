/**
 * Examples that are done in the editor: each step is one sentence, and asks the real language server
 * for what the editor would ask it for.
 */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';
import type { ClientSettings } from '../../../server/protocol/client.ts';
import { requests, serverRequests } from '../../../server/protocol/client.ts';
import { words } from '../../../server/protocol/index.ts';
import { repository } from '../cli/support.ts';
import { attachDebugger } from '../debug/debugger.ts';
import { startRealServer, type RealServer } from '../language/real-server.ts';
import { inFolderOf } from './commands.ts';

interface Scene {
  readonly server: RealServer;
  /** Whatever the server answered, refused or told. */
  readonly said: unknown[];
  /** A request whose answer may need further steps. */
  readonly ask: (answer: Promise<unknown>) => void;
  /** Waits for the answers to the steps before. */
  readonly answered: () => Promise<unknown>;
  readonly address: (name: string) => string;
}

type Step = readonly [sentence: RegExp, take: (scene: Scene, ...words: string[]) => unknown];

const runId = ({ server }: Scene): string => server.views.at(-1)?.runId ?? '';

/** All that a step can be. */
const steps: readonly Step[] = [
  [
    /^Run (\S+)\.$/,
    ({ ask, server, address }, name = '') => {
      ask(server.ask(requests.run, { uri: address(name) }));
    },
  ],
  [
    /^Debug (\S+)\.$/,
    ({ ask, server, address }, name = '') => {
      ask(server.ask(requests.run, { uri: address(name), debugId: 'page' }));
    },
  ],
  [
    /^Run the tests of (\S+)\.$/,
    ({ ask, server, address }, name = '') => {
      ask(server.ask(requests.test, { testRunId: 'page', uri: address(name) }));
    },
  ],
  [
    /^Stop the run\.$/,
    async (scene) => {
      const { server, ask } = scene;
      await vi.waitFor(() => runId(scene) !== '' || Promise.reject(new Error('nothing runs')));
      ask(server.ask(requests.stop, {}));
    },
  ],
  [
    /^Kill the process of the sandbox\.$/,
    async ({ answered, server }) => {
      await answered();
      for (const pid of server.children()) process.kill(pid, 'SIGKILL');
      const alive = (): boolean => server.views.at(-1)?.alive ?? true;
      await vi.waitFor(() => !alive() || Promise.reject(new Error('it lives')), 10_000);
    },
  ],
  [
    /^Send (\S+)\.$/,
    async (scene, stream = '') => {
      await scene.answered();
      scene.ask(scene.server.ask(requests.send, { runId: runId(scene), stream }));
    },
  ],
  [
    /^Show the compiled code of (\S+)\.$/,
    ({ ask, server, address }, name = '') => {
      const position = { line: 0, character: 0 };
      ask(server.ask(requests.compiled, { uri: address(name), position }));
    },
  ],
  [
    /^Export the trace of (\S+)\.$/,
    async ({ answered, ask, server, address }, name = '') => {
      await answered();
      ask(server.ask(requests.exportRecording, { uri: address(name) }));
    },
  ],
  [
    /^Restart the sandbox\.$/,
    ({ ask, server }) => {
      ask(server.ask(requests.restartSandbox, {}));
    },
  ],
  [/^Do not trust the workspace\.$/, ({ server }) => server.trust(false)],
  [
    /^Disable the extension "JavaScript Debugger"\.$/,
    ({ server }) => {
      server.answer(serverRequests.attach, () => {
        throw new Error(words.debuggerUnavailable);
      });
    },
  ],
  [
    /^Another extension asks the server for (patternbox\/\w+) with (\{.*\})\.$/,
    ({ ask, server }, method = '', json = '') => {
      const contract = { ...requests.run, method };
      ask(server.ask(contract, JSON.parse(json) as { uri: string }));
    },
  ],
];

/** A first step that is taken before the editor is opened. */
const incomplete = 'Delete the folder dist/sandbox of the installation.';

/** Takes the steps in a folder of these files, and gives all that was said. */
export function saidDuring(
  sentences: readonly string[],
  files: Readonly<Record<string, string>>,
  settings: ClientSettings,
): Promise<string> {
  const start = (distDir?: string) =>
    startRealServer({ ...files }, settings, distDir === undefined ? {} : { distDir });
  const [first, ...others] = sentences;
  if (first !== incomplete) return saidBy(start(), sentences);
  return inFolderOf({}, (folder) => {
    const distDir = path.join(folder, 'dist');
    cpSync(path.join(repository, 'dist'), distDir, { recursive: true });
    rmSync(path.join(distDir, 'sandbox'), { recursive: true });
    return saidBy(start(distDir), others);
  });
}

async function saidBy(
  starting: Promise<RealServer>,
  sentences: readonly string[],
): Promise<string> {
  const server = await starting;
  const said: unknown[] = [];
  const pending: Promise<unknown>[] = [];
  server.answer(serverRequests.attach, async (attach) => {
    said.push(attach);
    await attachDebugger(attach.address);
    return {};
  });
  const scene: Scene = {
    server,
    said,
    ask: (answer) => {
      const told = (error: unknown): unknown => ({ ...(error as { data: object }).data });
      pending.push(answer.catch(told).then((each) => said.push(each)));
    },
    answered: () => Promise.all(pending),
    address: (name) => (name.includes(':') ? name : server.uri(name)),
  };
  try {
    for (const sentence of sentences) await take(scene, sentence);
    await scene.answered();
    return JSON.stringify([...said, ...server.views]);
  } finally {
    await server.stop();
  }
}

async function take(scene: Scene, sentence: string): Promise<void> {
  for (const [form, step] of steps) {
    const found = form.exec(sentence);
    if (found) {
      await step(scene, ...found.slice(1));
      return;
    }
  }
  const known = steps.map(([form]) => form.source).join('\n');
  throw new Error(`no step is called "${sentence}"; there are:\n${known}`);
}
