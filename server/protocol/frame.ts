/**
 * The frame format between server and sandbox process: a 4-byte little-endian length and that many
 * bytes of UTF-8 text. Both sides use this one reader and writer.
 */

// Not the global: the sandbox process deletes that.
import { Buffer } from 'node:buffer';
import { faultWords } from './messages/fault-words.ts';

export { RUNTIME_URL, SES_URL } from './runtime-urls.ts';

/** Bytes of a frame's length prefix. */
export const FRAME_HEADER_BYTES = 4;

/** Largest frame that either side accepts, in bytes. */
export const MAX_FRAME_BYTES = 64 * 1024 * 1024;

/** A frame whose length is beyond the limit. */
export class FrameTooLarge extends Error {
  constructor(readonly bytes: number) {
    super(faultWords.frameOf(bytes));
  }
}

/** Encodes one text as one frame, so that one write sends all of it. */
export function encodeFrame(text: string): Uint8Array {
  const size = Buffer.byteLength(text, 'utf8');
  if (size > MAX_FRAME_BYTES) throw new FrameTooLarge(size);
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + size);
  frame.writeUInt32LE(size, 0);
  frame.write(text, FRAME_HEADER_BYTES, 'utf8');
  return frame;
}

export interface FrameReader {
  /** Takes the next bytes; throws `FrameTooLarge` before it keeps a byte of such a frame. */
  readonly push: (chunk: Uint8Array) => void;
}

/** Makes a reader that calls back with the text of every whole frame, in order. */
export function createFrameReader(onText: (text: string) => void): FrameReader {
  let chunks: Uint8Array[] = [];
  let available = 0;

  const joined = (): Buffer => {
    const [first] = chunks;
    const all = chunks.length === 1 && first ? first : Buffer.concat(chunks);
    chunks = [all];
    return Buffer.from(all.buffer, all.byteOffset, all.byteLength);
  };

  /** Waiting for this many bytes; the header comes first. */
  let needed = FRAME_HEADER_BYTES;

  return Object.freeze<FrameReader>({
    push: (chunk) => {
      chunks.push(chunk);
      available += chunk.byteLength;
      while (available >= needed) {
        const buffer = joined();
        const size = buffer.readUInt32LE(0);
        if (size > MAX_FRAME_BYTES) throw new FrameTooLarge(size);
        needed = FRAME_HEADER_BYTES + size;
        if (available < needed) return;
        const text = buffer.toString('utf8', FRAME_HEADER_BYTES, needed);
        chunks = available > needed ? [buffer.subarray(needed)] : [];
        available -= needed;
        needed = FRAME_HEADER_BYTES;
        onText(text);
      }
    },
  });
}
