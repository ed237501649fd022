/**
 * The vocabulary of information flow: atoms, patterns and rules are plain descriptions here. What
 * an author calls gives back what it was called with, so that a module that declares rules loads.
 */
import { inertCopy } from '../inert.ts';
import type { Callable } from '../run-state.ts';

function describer(kind: string): Callable {
  return Object.freeze((...parts: unknown[]) => inertCopy({ kind, parts }));
}

/** Constructors by name; which ones there are is the host's affair. */
function vocabulary(kind: string): object {
  const made = new Map<string, Callable>();
  return new Proxy(Object.freeze(Object.create(null) as object), {
    get: (_target, name) => {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      const known = made.get(name) ?? describer(`${kind}.${name}`);
      made.set(name, known);
      return known;
    },
  });
}

/** Every name of the vocabulary. */
export function makeLabels(): Readonly<Record<string, unknown>> {
  return {
    CFC_CONCEPT_KIND: 'concept',
    THIS_POLICY: inertCopy({ kind: 'policy', parts: [] }),
    cfcAtom: vocabulary('atom'),
    cfcPattern: vocabulary('pattern'),
    exchangeRule: describer('exchangeRule'),
    exchangeRules: describer('exchangeRules'),
    v: describer('variable'),
  };
}
