/** Moves a range of an older text to where it stands in the newer one. */
import type { Base0Position, Base0Range } from '../protocol/index.ts';

/** Line-wise: what lies below an edit moves with it, what lies inside stays as near as it can. */
export function shiftRange(before: string, after: string, range: Base0Range): Base0Range {
  if (before === after) return range;
  const oldLines = before.split('\n');
  const newLines = after.split('\n');
  const limit = Math.min(oldLines.length, newLines.length);
  let head = 0;
  while (head < limit && oldLines[head] === newLines[head]) head++;
  let tail = 0;
  while (
    tail < limit - head &&
    oldLines[oldLines.length - 1 - tail] === newLines[newLines.length - 1 - tail]
  ) {
    tail++;
  }
  const moved = newLines.length - oldLines.length;
  const move = ({ line, character }: Base0Position): Base0Position => {
    const target = line >= oldLines.length - tail ? line + moved : line;
    const clamped = Math.min(target, newLines.length - 1);
    return { line: clamped, character: Math.min(character, newLines[clamped]?.length ?? 0) };
  };
  return { start: move(range.start), end: move(range.end) };
}
