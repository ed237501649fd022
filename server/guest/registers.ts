/**
 * Where authored code was last seen. Compiled code stores the number of the place about to run in
 * a register of this realm. A functor with a fifth parameter shares one register with all others
 * and adds its own base, so the last store tells the module too; a functor with four parameters has
 * a register to itself, and of those the deepest import that ran in this turn is taken.
 */
import type { SiteRegister } from '../protocol/functor.ts';

/** Numbers below a base; bases and numbers together stay small integers for V8. */
export const SITES_PER_MODULE = 2 ** 18;

export interface ModuleRegister {
  readonly register: SiteRegister;
  readonly base: number;
}

export interface Registers {
  /** The register for a module; modules are named in the order in which they begin to load. */
  readonly registerFor: (module: string, shared: boolean) => ModuleRegister;
  /** Forgets what earlier turns stored. */
  readonly startTurn: () => void;
  readonly lastSeen: () => { readonly module: string | null; readonly site: number };
}

/** Makes the registers of one run. */
export function makeRegisters(): Registers {
  const shared: SiteRegister = { at: -1 };
  const modules: string[] = [];
  const separate: { readonly module: string; readonly register: SiteRegister }[] = [];

  return Object.freeze<Registers>({
    registerFor: (module, isShared) => {
      const base = modules.length * SITES_PER_MODULE;
      modules.push(module);
      if (isShared) return { register: shared, base };
      const register: SiteRegister = { at: -1 };
      separate.push({ module, register });
      return { register, base };
    },
    startTurn: () => {
      shared.at = -1;
      for (const { register } of separate) register.at = -1;
    },
    lastSeen: () => {
      if (shared.at >= 0) {
        const index = Math.floor(shared.at / SITES_PER_MODULE);
        return { module: modules[index] ?? null, site: shared.at % SITES_PER_MODULE };
      }
      const seen = separate.findLast(({ register }) => register.at >= 0);
      return { module: seen?.module ?? null, site: seen?.register.at ?? -1 };
    },
  });
}
