/** Stored Map and Set as a guest sees them: what they hold is presented when it is read. */
import type { RunState } from '../run-state.ts';
import { immutableMap, immutableSet, innerCollection } from '../store/immutable.ts';
import { EMPTY_PATH, Link, makeDoc } from '../store/nodes.ts';
import { readValue } from './read.ts';

/** The guest's face of a stored collection. */
export function presentCollection(run: RunState, stored: object): object {
  const known = run.collections.get(stored);
  if (known !== undefined) return known;
  const show = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return readValue(run, Link.is(value) ? value : holder(value));
  };
  const inner = innerCollection(stored);
  const face = inner instanceof Map ? immutableMap(inner, show) : immutableSet(inner ?? [], show);
  run.collections.set(stored, face);
  run.faces.set(face, stored);
  return face;
}

function holder(value: object): Link {
  return new Link(makeDoc(value, { name: '', role: 'wiring' }), EMPTY_PATH, undefined, false);
}
