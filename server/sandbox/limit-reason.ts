/** Why a run is ended at a limit, and where it was. */
import type { EndReason } from '../protocol/end.ts';
import { SITES_PER_MODULE } from '../protocol/functor.ts';
import type { RunLimits } from '../protocol/settings.ts';

const settings = {
  timeout: ['run.timeout', 'timeoutMs'],
  cpu: ['run.cpuTimeout', 'cpuTimeoutMs'],
  memory: ['run.memory', 'memoryMb'],
} as const;

/** The reason of an end at a limit; `site` is where authored code was last seen, if that is known. */
export function limitReason(
  kind: keyof typeof settings,
  limits: RunLimits,
  used: number,
  site: EndReason['site'],
): EndReason {
  const [name, limit] = settings[kind];
  const about = { name, value: limits[limit], used: Math.round(used) };
  return { kind, limit: about, ...(site === undefined ? {} : { site }) };
}

/** The place that a number in the register stands for; undefined if it stands for none. */
export function siteAt(
  at: number | null,
  modules: readonly { readonly path: string }[],
): EndReason['site'] {
  if (at === null || at < 0) return undefined;
  const module = modules[Math.floor(at / SITES_PER_MODULE)];
  return module && { module: module.path, site: at % SITES_PER_MODULE };
}
