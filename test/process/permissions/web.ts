/** A real server on the loopback for one test. */
import { onTestFinished } from 'vitest';
import { startWebServer } from '../../hostile/web.ts';
import type { WebServer } from '../../hostile/web.ts';

/** Starts the server; it ends with the test. */
export async function startWeb(host?: string): Promise<WebServer> {
  const server = await startWebServer(host);
  onTestFinished(server.end);
  return server;
}
