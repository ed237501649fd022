/** Locks the language down. Every option is explicit: a default could be changed from outside. */
import type { LockdownOptions } from 'ses';
import { fixLocale } from './locale.ts';

// `safe` in debug mode too: debugging changes what is shown, never what a pattern can see.
const options: LockdownOptions = {
  errorTaming: 'safe',
  stackFiltering: 'verbose',
  overrideTaming: 'severe',
  overrideDebug: [],
  consoleTaming: 'safe',
  domainTaming: 'safe',
  evalTaming: 'safe-eval',
  // Tamed by locale.ts, which keeps the methods useful; docs/decisions/0004.
  localeTaming: 'unsafe',
  regExpTaming: 'safe',
  errorTrapping: 'none',
  unhandledRejectionTrapping: 'none',
  reporting: 'none',
  legacyRegeneratorRuntimeTaming: 'safe',
  __hardenTaming__: 'safe',
};

/** Repairs and freezes the intrinsics, once for the process. */
export function lockDown(): void {
  fixLocale();
  lockdown(options);
}
