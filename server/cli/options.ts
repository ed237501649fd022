/** Parses and bounds what the command line is given; a bad value becomes one clear sentence. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import {
  invalidClock,
  invalidJson,
  invalidSeed,
  invalidShard,
  limits,
  outOfBounds,
  grantBounds,
  problemOfRule,
  ruleInvalid,
  unreadableFile,
  unwritableFile,
} from '../protocol/index.ts';
import type { LimitName, Message, PermissionScope } from '../protocol/index.ts';
import type { StreamEvent } from '../engine/index.ts';
import { commandWords } from '../protocol/messages/command-words.ts';
import { reasonWords } from '../protocol/messages/reason-words.ts';

/** Wrong usage: ends the command with exit code 2 and this message. */
export class UsageError extends Error {
  constructor(readonly about: Message) {
    super(about.text);
  }
}

/** A whole number within the bounds of a limit. */
export function parseLimit(name: LimitName, option: string): (value: string) => number {
  const { minimum, maximum, unit } = limits[name];
  return (value) => {
    const number = /^\d{1,12}$/.test(value) ? Number(value) : NaN;
    if (!(number >= minimum && number <= maximum)) {
      throw new UsageError(outOfBounds({ option, value, minimum, maximum, unit }));
    }
    return number;
  };
}

/** One more rule of a scope; repeatable, so it appends to what came before. */
export function parseRule(
  scope: PermissionScope,
  option: string,
): (value: string, before?: readonly string[]) => readonly string[] {
  return (value, before = []) => {
    const reason = problemOfRule(scope, value);
    if (reason !== null) throw new UsageError(ruleInvalid({ option, value, reason }));
    if (before.length >= grantBounds.rules) {
      const many = reasonWords.tooMany(grantBounds.rules);
      throw new UsageError(ruleInvalid({ option, value, reason: many }));
    }
    return [...before, value];
  };
}

/** A seed of 32 bits. */
export function parseSeed(value: string): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (!(number <= 0xffffffff)) throw new UsageError(invalidSeed({ value }));
  return number;
}

/** An ISO date and time, as milliseconds since the epoch. */
export function parseClock(value: string): number {
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw new UsageError(invalidClock({ value }));
  return time;
}

/** JSON text, or `@file` for the JSON in a file. */
export function parseInput(value: string): unknown {
  if (!value.startsWith('@')) return parseJson(value, '--input');
  return parseJson(readText(value.slice(1), value.slice(1)), value.slice(1));
}

/** `STREAM` or `STREAM=JSON`; repeatable, so it appends to what came before. */
export function parseSend(value: string, before: readonly StreamEvent[] = []): StreamEvent[] {
  return [...before, streamEvent(value)];
}

/** Reads one `STREAM[=JSON]`. */
export function streamEvent(value: string): StreamEvent {
  const equals = value.indexOf('=');
  if (equals < 0) return { stream: value };
  const stream = value.slice(0, equals);
  return { stream, event: parseJson(value.slice(equals + 1), commandWords.eventFor(stream)) };
}

/** Parses JSON; `what` names the text in the message. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(invalidJson({ what, reason: reasonOf(error) }));
  }
}

/** Bytes of a file that the user names; what a run can take is far less. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;

/** The text of a file, which messages call `named`. */
export function readText(file: string, named: string): string {
  let reason: string | null;
  try {
    reason = problemOf(statSync(file));
    if (reason === null) return readFileSync(file, 'utf8');
  } catch (error) {
    reason = reasonOf(error);
  }
  throw new UsageError(unreadableFile({ file: named, reason }));
}

/** Why a file cannot be read as text; reading a pipe or a device might never end. */
function problemOf(stats: Stats): string | null {
  if (stats.isDirectory()) return reasonWords.isFolder;
  if (!stats.isFile()) return reasonWords.notAFile;
  return stats.size > MAX_TEXT_BYTES ? reasonWords.largerThan(MAX_TEXT_BYTES) : null;
}

/** Writes a file that the user named. */
export function writeText(file: string, named: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(unwritableFile({ file: named, reason: reasonOf(error) }));
  }
}

/** Why reading or parsing failed, in a few words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return reasonWords.noFile;
  if (code === 'EISDIR') return reasonWords.isFolder;
  if (code === 'EACCES') return reasonWords.notReadableByYou;
  if (code === 'ELOOP') return reasonWords.linksInCircle;
  // What the system says besides its code names the path of this machine.
  if (typeof code === 'string') return reasonWords.refusedBySystem(code);
  return error instanceof Error ? error.message : String(error);
}

/** One part of many, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `I/N`: the I-th of N parts. */
export function parseShard(value: string): Shard {
  const [, index = NaN, count = NaN] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number);
  if (!(index >= 1 && index <= count)) throw new UsageError(invalidShard({ value }));
  return { index, count };
}

/** How many files are worked on at the same time. */
export function parseJobs(value: string): number {
  const { minimum, maximum, unit } = limits['run.concurrency'];
  const jobs = /^\d{1,3}$/.test(value) ? Number(value) : NaN;
  if (jobs >= minimum && jobs <= maximum) return jobs;
  throw new UsageError(outOfBounds({ option: '--jobs', value, minimum, maximum, unit }));
}
