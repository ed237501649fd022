/**
 * Where authored code was last seen. Compiled code stores the number of the place about to run in
 * one register of this realm; each module adds a base of its own, so the last store tells the
 * module too.
 */
import type { SiteRegister } from '../protocol/functor.ts';

/** Numbers below a base; bases and numbers together stay small integers for V8. */
export const SITES_PER_MODULE = 2 ** 18;

export interface Registers {
  readonly register: SiteRegister;
  /** The base of a module; modules get theirs in the order in which they begin to load. */
  readonly baseFor: (module: string) => number;
  /** Forgets what earlier turns stored. */
  readonly startTurn: () => void;
  readonly lastSeen: () => { readonly module: string | null; readonly site: number };
}

/** Makes the register of one run. */
export function makeRegisters(): Registers {
  const register: SiteRegister = { at: -1 };
  const modules: string[] = [];

  return Object.freeze<Registers>({
    register,
    baseFor: (module) => (modules.push(module) - 1) * SITES_PER_MODULE,
    startTurn: () => {
      register.at = -1;
    },
    lastSeen: () => {
      if (register.at < 0) return { module: null, site: -1 };
      const index = Math.floor(register.at / SITES_PER_MODULE);
      return { module: modules[index] ?? null, site: register.at % SITES_PER_MODULE };
    },
  });
}
