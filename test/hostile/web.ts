/** A server on the loopback that misbehaves as asked, and remembers what it was asked. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface WebServer {
  readonly port: number;
  /** Method and path of every request, in order. */
  readonly seen: readonly string[];
  readonly headers: readonly IncomingMessage['headers'][];
  readonly bodies: readonly string[];
  readonly end: () => Promise<void>;
}

const big = Buffer.alloc(64 * 1024, 'x');
const BOMB_BYTES = 32 * 1024 * 1024;

function answer(request: IncomingMessage, body: string, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://here');
  const to = url.searchParams.get('to') ?? '/json';
  switch (url.pathname) {
    case '/json':
      response.setHeader('content-type', 'application/json');
      response.setHeader('set-cookie', 'session=secret');
      response.end('{"items":[1,2,3]}');
      return;
    case '/echo':
      response.end(`${request.method ?? ''} ${body}`);
      return;
    case '/headers':
      response.end(JSON.stringify(request.headers));
      return;
    case '/gzip':
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('unpacked'));
      return;
    case '/bomb':
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(BOMB_BYTES)));
      return;
    case '/redirect':
      response.writeHead(302, { location: to }).end();
      return;
    case '/loop':
      response.writeHead(302, { location: '/loop' }).end();
      return;
    case '/endless': {
      const more = (): void => {
        if (!response.destroyed) response.write(big, more);
      };
      more();
      return;
    }
    case '/silent':
      return;
    case '/missing':
      response.writeHead(404).end('nothing here');
      return;
    default:
      response.end('hello');
  }
}

/** Starts a server. */
export async function startWebServer(host = '127.0.0.1'): Promise<WebServer> {
  const seen: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    headers.push(request.headers);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      answer(request, body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    headers,
    bodies,
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
