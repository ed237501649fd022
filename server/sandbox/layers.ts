/** Reports each protective layer in words, from what a real process of this machine proved. */
import { layers as sentences } from '../protocol/messages/permissions.ts';
import type { LayerName } from '../protocol/messages/permissions.ts';
import type { LayerReport } from './api.ts';
import { isImmune } from './immunise.ts';
import { sampler } from './usage-sampler.ts';

/** Without these no pattern is run at all. */
export const REQUIRED_LAYERS: readonly LayerName[] = [
  'process',
  'lockdown',
  'realm',
  'imports',
  'environment',
];

/** What a process has to prove before it may take a pattern. */
export const PROVED_BY_PROCESS = REQUIRED_LAYERS.filter((name) => name !== 'process');

/** The reports, outermost layer first. */
export function reportLayers(
  proved: Readonly<Record<string, boolean>>,
  host: { readonly resources: boolean },
): readonly LayerReport[] {
  const known: Partial<Record<LayerName, boolean>> = {
    process: true,
    memory: sampler !== null,
    resources: host.resources,
    signals: isImmune(),
  };
  return (Object.keys(sentences) as LayerName[]).map((name) => {
    const active = known[name] ?? proved[name] === true;
    const required = REQUIRED_LAYERS.includes(name);
    return { name, active, required, text: sentences[name]({ active }).text };
  });
}
