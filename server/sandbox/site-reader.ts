/**
 * Reads from outside which place of a pattern a process has reached, when native code such as the
 * parser of JSON keeps the process from telling it. The register stands behind a mark that the host
 * has chosen; the memory of a child may be read on Linux, where nothing forbids it.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** The register follows the mark. */
const MARK_BYTES = 16;
const REGISTER_BYTES = 4;
const CHUNK_BYTES = 1024 * 1024;
/** The register is allocated early, so it stands within a few megabytes of its region's beginning. */
const REGION_CHUNKS = 16;
/** All that is looked at, which takes some ten milliseconds. */
const MOST_CHUNKS = 64;

/** A mark for one process, in hexadecimal digits. */
export const makeMark = (): string => randomBytes(MARK_BYTES).toString('hex');

interface Region {
  readonly start: number;
  readonly end: number;
}

/** Memory that a process has allocated itself, from the text of /proc/PID/maps; its heap first. */
export function parseRegions(maps: string): readonly Region[] {
  const all = [...maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw-p 0+ 00:00 0 *(\[heap\]|)$/gmu)];
  return all
    .map(([, start = '', end = '', name = '']) => ({
      start: parseInt(start, 16),
      end: parseInt(end, 16),
      isHeap: name !== '',
    }))
    .sort((one, other) => {
      if (one.isHeap !== other.isHeap) return one.isHeap ? -1 : 1;
      return one.end - one.start - (other.end - other.start);
    });
}

/** The number in the register of a process; null where it cannot be read. */
export function readRegister(pid: number, mark: string): number | null {
  if (process.platform !== 'linux') return null;
  let memory: number | undefined;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
    const regions = parseRegions(readFileSync(`/proc/${pid}/maps`, 'latin1'));
    return findRegister(memory, regions, Buffer.from(mark, 'hex'));
  } catch {
    // It has ended meanwhile, or this system does not allow it.
    return null;
  } finally {
    if (memory !== undefined) closeSync(memory);
  }
}

/** Without a pause: a busy server would come back to it too late. */
function findRegister(memory: number, regions: readonly Region[], mark: Buffer): number | null {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let left = MOST_CHUNKS;
  for (const { start, end } of regions) {
    const last = Math.min(end, start + REGION_CHUNKS * CHUNK_BYTES);
    for (let at = start; at < last && left > 0; at += CHUNK_BYTES, left -= 1) {
      const size = readAt(memory, chunk, Math.min(CHUNK_BYTES, last - at), at);
      // What is allocated is aligned, so no mark lies across two chunks.
      const found = chunk.subarray(0, size).indexOf(mark);
      if (found < 0) continue;
      const register = Buffer.alloc(REGISTER_BYTES);
      readSync(memory, register, 0, REGISTER_BYTES, at + found + MARK_BYTES);
      return register.readInt32LE();
    }
  }
  return null;
}

/** Bytes read; none where the process has just let go of the memory. */
function readAt(memory: number, chunk: Buffer, size: number, at: number): number {
  try {
    return readSync(memory, chunk, 0, size, at);
  } catch {
    return 0;
  }
}
