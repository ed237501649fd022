/**
 * What a hostile pattern is after: a listener that answers, a file that can be read, a secret in the
 * environment. Each is shown to be within reach of the host first, so that "nothing came" means
 * something.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { noPermissions } from '../../server/protocol/index.ts';
import type { Permissions } from '../../server/protocol/index.ts';
import { patternsDir } from './case.ts';
import { startWebServer } from './web.ts';

const SECRET_NAME = 'PATTERNBOX_CANARY_SECRET';
const CANARY_TEXT = 'the canary sings behind the wall';
/** What a rule of the user lets a pattern read. */
const OPEN_TEXT = 'this may be read';
const OPEN_NAME = 'PATTERNBOX_OPEN';

export interface World {
  /** The folder with a copy of the patterns, which is the root of the runs. */
  readonly folder: string;
  readonly canary: string;
  readonly port: number;
  /** The rules of a case, with the ports that answer in place of their names. */
  readonly rules: (allow: Partial<Permissions>) => Permissions;
  /** What the attack has achieved, as sentences; none if the world is as it was. */
  readonly damage: () => string[];
  /** What of the host can be read in a text, as sentences. */
  readonly leaks: (text: string) => string[];
  readonly end: () => Promise<void>;
}

/** Files that rules allow, and ways out of the folders. */
function makeFiles(folder: string, canary: string): void {
  const data = path.join(folder, 'granted/data');
  mkdirSync(data);
  writeFileSync(path.join(data, 'open.txt'), OPEN_TEXT);
  writeFileSync(path.join(data, 'large.txt'), Buffer.alloc(6 * 1024 * 1024, 'x'));
  writeFileSync(path.join(folder, 'granted/beside.txt'), CANARY_TEXT);
  symlinkSync(canary, path.join(data, 'link.txt'));
  symlinkSync(path.dirname(canary), path.join(data, 'folder'));
  symlinkSync(canary, path.join(folder, 'permission/linked.json'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(data, 'pipe.txt')]);
}

/** Sets the world up and proves that every target is real. */
export async function makeWorld(): Promise<World> {
  const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'patternbox-hostile-')));
  const folder = path.join(temporary, 'patterns');
  const canary = path.join(temporary, 'canary.txt');
  const secret = `secret-${process.pid}-${Date.now().toString(36)}`;
  process.env[SECRET_NAME] = secret;
  writeFileSync(canary, CANARY_TEXT);
  cpSync(patternsDir, folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{}');

  let connections = 0;
  const listener = createServer((_request, response) => response.end('canary'));
  listener.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const own = await fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' } });
  if ((await own.text()) !== 'canary' || connections !== 1) throw new Error('No canary listens.');

  makeFiles(folder, canary);
  process.env[OPEN_NAME] = OPEN_TEXT;
  const open = await startWebServer();
  const other = await startWebServer();
  const targets = {
    canary,
    port,
    secretName: SECRET_NAME,
    openPort: open.port,
    otherPort: other.port,
  };
  const lines = Object.entries(targets).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`,
  );
  writeFileSync(path.join(folder, 'targets.ts'), lines.join(''));

  const forbidden: Readonly<Record<string, string>> = {
    'the secret': secret,
    'the text of the canary file': CANARY_TEXT,
    'the folder of the project': folder,
    'the working directory': process.cwd(),
    'the home directory': homedir(),
    'the name of the machine': hostname(),
    'the path of the runtime': process.execPath,
  };

  return Object.freeze<World>({
    folder,
    canary,
    port,
    rules: ({ net = [], read = [], env = [] }) => ({
      ...noPermissions,
      read,
      env,
      net: net.map((rule) =>
        rule.replace('OPEN', `${open.port}`).replace('OTHER', `${other.port}`),
      ),
    }),
    damage: () => [
      ...(connections === 1 ? [] : [`the canary listener saw ${connections - 1} connections`]),
      ...(readFileSync(canary, 'utf8') === CANARY_TEXT ? [] : ['the canary file was changed']),
      ...(process.env[SECRET_NAME] === secret ? [] : ['the secret was changed']),
    ],
    leaks: (text) =>
      Object.entries(forbidden)
        // A home such as `/` says nothing.
        .filter(([, value]) => value.length > 4 && text.includes(value))
        .map(([name]) => `${name} can be read`),
    end: async () => {
      Reflect.deleteProperty(process.env, SECRET_NAME);
      Reflect.deleteProperty(process.env, OPEN_NAME);
      await open.end();
      await other.end();
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
      rmSync(temporary, { recursive: true, force: true });
    },
  });
}
