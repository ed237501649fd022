/**
 * Where authored code was last seen. Compiled code stores the number of the place about to run in
 * one register of this realm; each module adds a base of its own, so the last store tells the
 * module too.
 */
import { SITES_PER_MODULE } from '../protocol/functor.ts';
import type { SiteRegister } from '../protocol/functor.ts';

export interface Registers {
  readonly register: SiteRegister;
  /** The base of a module, by its index among the modules of the run. */
  readonly baseFor: (module: string) => number;
  /** Forgets what earlier turns stored. */
  readonly startTurn: () => void;
  readonly lastSeen: () => { readonly module: string | null; readonly site: number };
}

/** Makes the register of one run, whose modules are known once it is open. */
export function makeRegisters(register: SiteRegister, modules: () => readonly string[]): Registers {
  return Object.freeze<Registers>({
    register,
    baseFor: (module) => modules().indexOf(module) * SITES_PER_MODULE,
    startTurn: () => {
      register[0] = -1;
    },
    lastSeen: () => {
      const at = register[0] ?? -1;
      if (at < 0) return { module: null, site: -1 };
      const module = modules()[Math.floor(at / SITES_PER_MODULE)];
      return { module: module ?? null, site: at % SITES_PER_MODULE };
    },
  });
}
