/** What the commands that take many files have in common: how many at a time, which part, which form. */
import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import type { Command } from 'commander';
import { parseJobs, parseShard } from './options.ts';
import type { Shard } from './options.ts';
import { commandWords } from '../protocol/messages/command-words.ts';

const reporters = ['pretty', 'json', 'junit', 'sarif'] as const;
export type Reporter = (typeof reporters)[number];

export interface ManyFilesOptions {
  readonly json?: true;
  readonly jobs?: number;
  readonly shard?: Shard;
  readonly reporter?: Reporter;
}

/** Adds `--jobs`, `--shard` and `--reporter`. */
export function addManyFilesOptions(command: Command): Command {
  return command
    .addOption(new Option('--jobs <n>', commandWords.jobs).argParser(parseJobs))
    .addOption(new Option('--shard <i/n>', commandWords.shard).argParser(parseShard))
    .addOption(
      new Option('--reporter <form>', commandWords.reporter).choices(reporters).conflicts('json'),
    );
}

/** The form in which to print. */
export function reporterOf({ json, reporter }: ManyFilesOptions): Reporter {
  return json === true ? 'json' : (reporter ?? 'pretty');
}

/** How many files are worked on at the same time. */
export function jobsOf({ jobs }: ManyFilesOptions): number {
  return jobs ?? availableParallelism();
}

/** The files of the part that was asked for; every file is in exactly one. */
export function shardOf(files: readonly string[], { shard }: ManyFilesOptions): string[] {
  const { index, count } = shard ?? { index: 1, count: 1 };
  return files.filter((_, at) => at % count === index - 1);
}
