/**
 * What something was made for: the instance, the builder call in it, and which of its calls. Two
 * participants that run the same pattern make the same things for the same causes, and so find
 * each other's documents. What a handler makes has no cause: it runs for one participant only.
 */
import type { Origin } from '../../protocol/wire.ts';
import type { RunState } from '../run-state.ts';
import { makeDoc, type Doc, type Node } from '../store/nodes.ts';
import { sharedDoc, type Scope } from '../store/space.ts';

export interface Cause {
  readonly key: string;
  /** How many of each kind were made for it. */
  readonly counts: Map<string, number>;
}

/** A cause for which nothing was made yet. */
export function makeCause(key: string | null): Cause | null {
  return key === null ? null : { key, counts: new Map() };
}

/** The cause of the next thing that the current frame makes; null where nothing is shared. */
export function nextCause(run: RunState, name: string, origin: Origin | null): string | null {
  const { cause } = run.frame;
  if (cause === null) return null;
  const what = `${name} ${origin === null ? '' : `${origin.module}#${origin.fact}`}`;
  const count = cause.counts.get(what) ?? 0;
  cause.counts.set(what, count + 1);
  return `${cause.key}/${what}:${count}`;
}

/** The document for a cause: one that another participant made already, or a new one. */
export function docFor(
  run: RunState,
  cause: string | null,
  scope: Scope,
  options: Parameters<typeof makeDoc>[1] & { readonly value: () => unknown },
): Doc {
  const make = (): Doc => makeDoc(options.value(), options);
  const { participant } = run;
  return cause === null || participant === null
    ? make()
    : sharedDoc(participant, cause, scope, make);
}

/** Makes a node known as this participant's own for its cause. */
export function registerOwn(run: RunState, cause: string | null, node: Node): void {
  if (cause === null) return;
  run.space.causes.set(node, cause);
  run.own.set(cause, node);
}
