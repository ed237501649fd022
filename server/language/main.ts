/** Entry of the language server's process; the bundle is dist/server.js. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createDiskFileSource, createEngine, findRoot } from '../engine/index.ts';
import { uriOf } from './locations.ts';
import { startServer } from './server.ts';

// Node would open its inspector on this signal, and with it every door of the process.
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);

const distDir = __dirname;
const pages = path.join(distDir, '..', 'docs', 'errors');
const connection = createConnection(ProposedFeatures.all);

process.on('unhandledRejection', (reason) => {
  connection.console.error(
    reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
  );
});

startServer(connection, {
  disk: createDiskFileSource(),
  rootOf: findRoot,
  createEngine: (options) => createEngine({ ...options, distDir }),
  pageOf: (code) => {
    const page = path.join(pages, `${code}.md`);
    return existsSync(page) ? uriOf(page) : undefined;
  },
});
