/** The user's settings, typed, within their bounds; the only reader of `patternbox.*`. */
import {
  grantBounds,
  limits,
  problemOfRule,
  ruleInvalid,
  ruleProblems,
  runOnChoices,
  settingOutOfBounds,
  switches,
  type LimitName,
  type Message,
  type PermissionScope,
  type SwitchName,
} from '../server/protocol/index.ts';
import type { ClientSettings } from '../server/protocol/client.ts';

/** Gives the value of a setting by its name below `patternbox.`. */
export type SettingReader = (name: string) => unknown;

export interface ReadSettings {
  readonly settings: ClientSettings;
  /** What was out of bounds and is not used as written. */
  readonly problems: readonly Message[];
}

/** Reads every setting; a bad value is replaced by the nearest good one and reported. */
export function readSettings(read: SettingReader): ReadSettings {
  const problems: Message[] = [];
  const number = (name: LimitName): number => {
    const { default: fallback, minimum, maximum, unit } = limits[name];
    const value = read(name);
    if (value === undefined) return fallback;
    const finite = typeof value === 'number' && Number.isFinite(value);
    const used = finite ? Math.min(maximum, Math.max(minimum, Math.round(value))) : fallback;
    if (used !== value) problems.push(settingOutOfBounds({ name, minimum, maximum, unit, used }));
    return used;
  };
  const flag = (name: SwitchName): boolean => {
    const value = read(name);
    return typeof value === 'boolean' ? value : switches[name];
  };
  /** The good rules of a scope; a bad one is reported, and allows nothing. */
  const rules = (scope: PermissionScope): string[] => {
    const option = `patternbox.permissions.${scope}`;
    const written = read(`permissions.${scope}`);
    const list: unknown[] = Array.isArray(written) ? written : [];
    const good: string[] = [];
    for (const each of list) {
      const value = typeof each === 'string' ? each : JSON.stringify(each);
      const reason = typeof each === 'string' ? problemOfRule(scope, each) : ruleProblems.notText;
      const many = ruleProblems.tooMany(grantBounds.rules);
      const problem = reason ?? (good.length < grantBounds.rules ? null : many);
      if (problem === null) good.push(value);
      else problems.push(ruleInvalid({ option, value, reason: problem }));
    }
    return good;
  };
  const settings: ClientSettings = {
    runOn: runOnChoices.find((choice) => choice === read('run.on')) ?? 'demand',
    limits: {
      timeoutMs: number('run.timeout'),
      cpuTimeoutMs: number('run.cpuTimeout'),
      memoryMb: number('run.memory'),
      maxOutputBytes: number('run.maxOutput'),
    },
    permissions: { read: rules('read'), net: rules('net'), env: rules('env') },
    concurrency: number('run.concurrency'),
    cancelOnEdit: flag('run.cancelOnEdit'),
    debug: flag('debug.enabled'),
    requireAllLayers: flag('debug.requireAllLayers'),
    codeLens: flag('codeLens.enabled'),
  };
  return { settings, problems };
}
