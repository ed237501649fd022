// Uses a global that would be a power: web-socket.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return new (globalThis as any).WebSocket('ws://127.0.0.1:' + port); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
