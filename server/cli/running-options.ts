/** The options that every command which runs patterns takes, and the run request they make. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { limits, ruleInvalid } from '../protocol/index.ts';
import type { LimitName, Permissions, PermissionScope, RunLimits } from '../protocol/index.ts';
import { resolveReadRule } from '../engine/index.ts';
import type { RunRequest, StreamEvent } from '../engine/index.ts';
import {
  parseClock,
  parseInput,
  parseLimit,
  parseRule,
  parseSeed,
  parseSend,
  UsageError,
} from './options.ts';
import { commandWords } from '../protocol/messages/command-words.ts';

/** The parsed options, by commander's camel-cased names. */
export interface RunningOptions {
  readonly json?: true | undefined;
  readonly debug?: boolean | undefined;
  readonly timeout?: number | undefined;
  readonly cpuTimeout?: number | undefined;
  readonly memory?: number | undefined;
  readonly maxOutput?: number | undefined;
  readonly allowNet?: readonly string[] | undefined;
  readonly allowRead?: readonly string[] | undefined;
  readonly allowEnv?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  readonly clock?: number | undefined;
  readonly root?: string | undefined;
  readonly export?: string | undefined;
  readonly input?: unknown;
  readonly send?: readonly StreamEvent[] | undefined;
}

/** Adds `--json`, `--debug`, the limits, the seed, the clock and the root. */
export function addRunningOptions(command: Command): Command {
  return command
    .option('--json', commandWords.json)
    .option('--debug', commandWords.debug)
    .addOption(limitOption('--timeout <ms>', commandWords.timeout, 'run.timeout'))
    .addOption(limitOption('--cpu-timeout <ms>', commandWords.cpuTimeout, 'run.cpuTimeout'))
    .addOption(limitOption('--memory <mb>', commandWords.memory, 'run.memory'))
    .addOption(limitOption('--max-output <bytes>', commandWords.maxOutput, 'run.maxOutput'))
    .addOption(ruleOption('--allow-net <host[:port]>', commandWords.allowNet, 'net'))
    .addOption(ruleOption('--allow-read <path>', commandWords.allowRead, 'read'))
    .addOption(ruleOption('--allow-env <name>', commandWords.allowEnv, 'env'))
    .addOption(new Option('--seed <n>', commandWords.seed).argParser(parseSeed))
    .addOption(new Option('--clock <iso>', commandWords.clock).argParser(parseClock))
    .option('--root <dir>', commandWords.root);
}

/** Adds what only a single run takes: which export, its argument and the events to send. */
export function addSingleRunOptions(command: Command): Command {
  return command
    .option('--export <name>', commandWords.exportName)
    .addOption(new Option('--input <json>', commandWords.input).argParser(parseInput))
    .addOption(
      new Option('--send <stream[=json]>', commandWords.send).argParser(
        (value: string, before: StreamEvent[] | undefined) => parseSend(value, before),
      ),
    );
}

/** The run request that options make for one absolute file. */
export function runRequest(
  cwd: string,
  file: string,
  options: RunningOptions,
  root?: string,
): RunRequest {
  const { timeout, cpuTimeout, memory, maxOutput } = options;
  const chosen: Partial<RunLimits> = {
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    ...(cpuTimeout === undefined ? {} : { cpuTimeoutMs: cpuTimeout }),
    ...(memory === undefined ? {} : { memoryMb: memory }),
    ...(maxOutput === undefined ? {} : { maxOutputBytes: maxOutput }),
  };
  return {
    file,
    limits: chosen,
    permissions: permissionsOf(cwd, options),
    debug: options.debug ?? false,
    ...(root === undefined ? {} : { root }),
    ...(options.export === undefined ? {} : { exportName: options.export }),
    ...(options.input === undefined ? {} : { input: options.input }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.send === undefined ? {} : { send: options.send }),
  };
}

/** The rules of the options; paths count from where the command was given. */
function permissionsOf(
  cwd: string,
  { allowNet: net = [], allowRead = [], allowEnv: env = [] }: RunningOptions,
): Permissions {
  const read = allowRead.map((value) => {
    const rule = resolveReadRule(value, cwd);
    if ('path' in rule) return rule.path;
    throw new UsageError(ruleInvalid({ option: '--allow-read', value, reason: rule.reason }));
  });
  return { net, read, env };
}

function ruleOption(flags: string, what: string, scope: PermissionScope): Option {
  return new Option(flags, what).argParser(parseRule(scope, flags.split(' ')[0] ?? flags));
}

function limitOption(flags: string, what: string, name: LimitName): Option {
  const { default: usual, minimum, maximum } = limits[name];
  const flag = flags.split(' ')[0] ?? flags;
  return new Option(flags, `${what}, ${minimum} to ${maximum} (default: ${usual})`).argParser(
    parseLimit(name, flag),
  );
}
