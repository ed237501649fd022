/**
 * Reads from outside which place of a pattern a process has reached, when native code such as the
 * parser of JSON keeps the process from telling it. The register stands behind a mark that the host
 * has chosen; the memory of a child may be read on Linux, where nothing forbids it.
 */
import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** The register follows the mark. */
const MARK_BYTES = 16;
const REGISTER_BYTES = 4;
const CHUNK_BYTES = 1024 * 1024;
/** The register is allocated early, so it stands near the beginning of its region. */
const REGION_BYTES = 16 * CHUNK_BYTES;
/** A machine under heavy load may take long over a few reads. */
const LONGEST_MS = 1500;

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
      order: name === '' ? parseInt(end, 16) - parseInt(start, 16) : 0,
    }))
    .sort((one, other) => one.order - other.order);
}

async function findIn(memory: FileHandle, { start, end }: Region, mark: Buffer, until: number) {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const last = Math.min(end, start + REGION_BYTES);
  for (let at = start; at < last && performance.now() < until; at += CHUNK_BYTES) {
    const { bytesRead } = await memory.read(chunk, 0, Math.min(CHUNK_BYTES, last - at), at);
    const found = chunk.subarray(0, bytesRead).indexOf(mark);
    // What is allocated is aligned, so no mark lies across two chunks.
    if (found >= 0) return at + found;
  }
  return null;
}

/** The number in the register of a process; null where it cannot be read. Never rejects. */
export async function readRegister(pid: number, mark: string): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const until = performance.now() + LONGEST_MS;
  const memory = await open(`/proc/${pid}/mem`).catch(() => null);
  if (memory === null) return null;
  try {
    const bytes = Buffer.from(mark, 'hex');
    for (const region of parseRegions(await readFile(`/proc/${pid}/maps`, 'latin1'))) {
      const found = await findIn(memory, region, bytes, until).catch(() => null);
      if (found === null) continue;
      const register = Buffer.alloc(REGISTER_BYTES);
      await memory.read(register, 0, REGISTER_BYTES, found + MARK_BYTES);
      return register.readInt32LE();
    }
    return null;
  } catch {
    // It has ended meanwhile.
    return null;
  } finally {
    await memory.close();
  }
}
