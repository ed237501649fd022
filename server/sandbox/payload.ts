/** What may be sent into the sandbox process: bounded in size and in depth. */
import type { EndReason } from '../protocol/end.ts';
import { FrameTooLarge, MAX_FRAME_BYTES } from '../protocol/frame.ts';
import type { HostMessage } from '../protocol/wire.ts';
import type { SandboxProcess } from './process.ts';

/** Input and events come from people and files, who may nest without end; JSON.stringify may not. */
const MAX_DEPTH = 1000;

/** Sends the message, or says which limit forbids it. */
export function sendWithin(
  sandbox: Pick<SandboxProcess, 'send'>,
  message: HostMessage,
): EndReason['limit'] | null {
  const isEvent = message.type === 'send';
  const payload = isEvent ? message.event : message.type === 'open' ? message.argument : null;
  const what = isEvent ? 'event' : 'input';
  if (isDeeper(payload)) {
    return { name: `${what}.depth`, value: MAX_DEPTH, used: MAX_DEPTH + 1 };
  }
  try {
    sandbox.send(message);
    return null;
  } catch (error) {
    if (!(error instanceof FrameTooLarge)) throw error;
    return { name: `${what}.bytes`, value: MAX_FRAME_BYTES, used: error.bytes };
  }
}

/** Goes down level by level, so that no stack is needed. */
function isDeeper(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    level = level.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
