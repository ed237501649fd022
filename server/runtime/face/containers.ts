/**
 * Objects and lists of the pattern's own that hold references: `{ total: computed(…) }`. Where a
 * computation or a handler captures one, its members read like captured names: as values. Handed
 * on, it is the object that it was, so that what it holds stays live.
 */
import type { RunState } from '../run-state.ts';

/** Larger ones are searched no further: looking must not cost more than reading. */
const MAX_PARTS = 300;

type ReadMember = (value: unknown) => unknown;

/** What a captured container looks like: itself, unless it holds references. */
export function readContainer(run: RunState, value: object, read: ReadMember): object {
  if (!isContainer(run, value)) return value;
  const known = run.containers.get(value);
  if (known !== undefined) return known;
  const shown = holdsReferences(run, value) ? show(value, read) : value;
  run.containers.set(value, shown);
  if (shown !== value) run.originals.set(shown, value);
  return shown;
}

function isContainer(run: RunState, value: object): boolean {
  if (run.views.has(value) || run.originals.has(value) || run.factories.has(value)) return false;
  if (run.stored.has(value)) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function holdsReferences(run: RunState, root: object): boolean {
  const left: object[] = [root];
  const seen = new Set<object>(left);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const key of Object.keys(next)) {
      const member = Object.getOwnPropertyDescriptor(next, key)?.value as unknown;
      if (typeof member !== 'object' || member === null || seen.has(member)) continue;
      if (run.references.has(member)) return true;
      if (seen.size >= MAX_PARTS) return false;
      seen.add(member);
      if (isContainer(run, member)) left.push(member);
    }
  }
  return false;
}

/** The same names, read when they are asked for. What a view is bound to stays a reference. */
function show(value: object, read: ReadMember): object {
  const shown: object = Array.isArray(value) ? [] : {};
  for (const key of Object.keys(value)) {
    const bound = /^\$[a-z]/.test(key);
    Object.defineProperty(shown, key, {
      get: () => {
        const member: unknown = Reflect.get(value, key);
        return bound ? member : read(member);
      },
      set: (member: unknown) => {
        Reflect.set(value, key, member);
      },
      enumerable: true,
      configurable: true,
    });
  }
  return shown;
}
