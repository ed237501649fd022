/** Proofs of the layers that the guest itself puts up. */
import { foreignNames } from './strip-realm.ts';

// Captured before lockdown replaces it: this is what an escapee would hold.
const hostEval = globalThis.eval;

function lockdownHolds(): boolean {
  const probe = new Compartment({ __options__: true });
  return (
    Object.isFrozen(Array.prototype) &&
    Object.isFrozen(Object.getPrototypeOf(() => undefined)) &&
    probe.evaluate('typeof process + typeof require + typeof fetch') ===
      'undefinedundefinedundefined'
  );
}

function realmIsStripped(): boolean {
  return (
    foreignNames().length === 0 &&
    hostEval('typeof process + typeof require + typeof setTimeout') ===
      'undefinedundefinedundefined'
  );
}

/** Calls back whether `import()` fails even with the host's own `eval`. Needs a drained queue. */
function tryImport(onOutcome: (refused: boolean) => void): void {
  const imported = hostEval("import('node:fs')") as Promise<unknown>;
  imported.then(
    () => onOutcome(false),
    () => onOutcome(true),
  );
}

/** Tries each layer of the guest; `drain` runs the queued microtasks. */
export function proveGuestLayers(drain: () => void): Readonly<Record<string, boolean>> {
  let imports = false;
  tryImport((refused) => {
    imports = refused;
  });
  drain();
  return { lockdown: lockdownHolds(), realm: realmIsStripped(), imports };
}
