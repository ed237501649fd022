/** As much of a WebSocket client as an inspector needs: text frames, over the loopback. */
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { Socket } from 'node:net';

export interface WebSocketClient {
  readonly send: (text: string) => void;
  readonly onText: (listener: (text: string) => void) => void;
  /** Resolves when the other side has gone. */
  readonly closed: Promise<void>;
  readonly close: () => void;
}

const TEXT = 1;
const CONTINUATION = 0;

function encode(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0xff, ...lengthOf(payload.length)]);
  const masked = payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return Buffer.concat([head, mask, masked]);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

interface Frame {
  readonly final: boolean;
  readonly kind: number;
  readonly payload: Buffer;
  readonly rest: Buffer;
}

function decode(data: Buffer): Frame | undefined {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < start) return undefined;
  const length =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < start + length) return undefined;
  const first = data.readUInt8(0);
  return {
    final: (first & 0x80) !== 0,
    kind: first & 0x0f,
    payload: data.subarray(start, start + length),
    rest: data.subarray(start + length),
  };
}

function clientOf(socket: Socket, begun: Buffer): WebSocketClient {
  const listeners: ((text: string) => void)[] = [];
  let data = begun;
  let text: Buffer[] = [];
  const read = (): void => {
    for (let frame = decode(data); frame; frame = decode(data)) {
      data = frame.rest;
      if (frame.kind !== TEXT && frame.kind !== CONTINUATION) continue;
      text.push(frame.payload);
      if (!frame.final) continue;
      const whole = Buffer.concat(text).toString('utf8');
      text = [];
      for (const listener of listeners) listener(whole);
    }
  };
  socket.on('data', (chunk: Buffer) => {
    data = Buffer.concat([data, chunk]);
    read();
  });
  socket.on('error', () => undefined);
  return {
    send: (message) => void socket.write(encode(message)),
    onText: (listener) => void listeners.push(listener),
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
    close: () => void socket.destroy(),
  };
}

/** Connects; rejects with the status of a refusal. */
export function connect(url: string): Promise<WebSocketClient> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = http.get({
      hostname,
      port,
      path: pathname,
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      },
    });
    request.once('upgrade', (_response, socket, head) => resolve(clientOf(socket, head)));
    request.once('response', ({ statusCode }) => reject(new Error(`status ${statusCode ?? 0}`)));
    request.once('error', reject);
  });
}
