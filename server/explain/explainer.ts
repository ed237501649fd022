/** The explainer of one run: maps are opened once, every frame is mapped once. */
import type { EndReason, Location, ModuleGraph, RunError } from '../protocol/index.ts';
import type { Failure, Origin, RawFrame } from '../protocol/wire.ts';
import { duringText } from './during.ts';
import { explainEnd, placeOfSite } from './ended.ts';
import { firstLocation, placeFrames } from './frames.ts';
import { openModules } from './modules.ts';
import { explainThrown } from './thrown.ts';

/** Explains what a run reports, in terms of the authored files. */
export interface Explainer {
  /** What the guest reported as thrown. */
  readonly failure: (failure: Failure) => RunError;
  /** Why the process ended before its time. */
  readonly ended: (end: EndReason) => RunError;
  /** The first authored place of a stack. */
  readonly locate: (frames: readonly RawFrame[]) => Location | null;
  /** The place of a builder's call. */
  readonly origin: (origin: Origin) => Location | null;
  /** Closes the maps. */
  readonly dispose: () => void;
}

/** Makes an explainer for a program; `debug` shows every frame and changes nothing else. */
export async function createExplainer(
  graph: Pick<ModuleGraph, 'records' | 'sources'>,
  { debug }: { readonly debug: boolean },
): Promise<Explainer> {
  const modules = await openModules(graph);

  const origin = ({ module, fact }: Origin): Location | null => {
    const found = modules.byPath(module);
    const position = found?.record.facts[fact]?.position;
    return position === undefined ? null : (found?.locate(position) ?? null);
  };

  /** The module whose own text was running: the innermost one that was being loaded. */
  const loadedAt = ({ thrown }: Failure): string | undefined =>
    thrown.frames.flatMap(({ url }) => (url && modules.bySourceURL(url)?.source.path) ?? [])[0];

  return Object.freeze<Explainer>({
    failure: (failure) => {
      const from = failure.origin;
      const fact = from ? modules.byPath(from.module)?.record.facts[from.fact] : undefined;
      const builtAt = from && origin(from);
      const error = explainThrown(failure.thrown, {
        modules,
        debug,
        fallback: (failure.site && placeOfSite(failure.site, modules)) ?? builtAt,
        builtAt,
        pattern: builtAt && (modules.byPath(builtAt.file)?.patternAt(builtAt) ?? null),
        during: duringText(failure, fact, loadedAt(failure)),
        stream: failure.stream,
        own: failure.own ?? false,
      });
      const { participant } = failure;
      return participant === undefined ? error : { ...error, participant };
    },
    ended: (end) => explainEnd(end, modules),
    locate: (frames) => firstLocation(placeFrames(frames, modules)),
    origin,
    dispose: modules.dispose,
  });
}
