/**
 * Large globals that most patterns never name. Each is evaluated when it is used for the first time,
 * in a compartment with no more than the pattern's own clock: a shim has no power that the pattern
 * does not have.
 */
import { shimNames } from '../protocol/shims.ts';
import type { Shims } from '../protocol/shims.ts';

const LOCALE = 'en-US';
const TIME_ZONE = 'UTC';

// Kept from before lockdown: formats with time zones are all that a shim needs of it.
const { DateTimeFormat: OriginalFormat } = Intl;

/** Formats as the locale methods of the realm do: what is not named is the same on every machine. */
function makeIntl(): Readonly<Record<string, unknown>> {
  harden(OriginalFormat);
  const DateTimeFormat = function DateTimeFormat(
    locales: string | undefined,
    options: Intl.DateTimeFormatOptions | undefined,
  ): Intl.DateTimeFormat {
    return new OriginalFormat(locales ?? LOCALE, { timeZone: TIME_ZONE, ...options });
  };
  DateTimeFormat.prototype = OriginalFormat.prototype as unknown;
  return { DateTimeFormat };
}

/** Defines each shim on a compartment's globals; `texts` is asked when one is used. */
export function defineShims(
  target: object,
  globals: Readonly<Record<string, unknown>>,
  texts: () => Shims,
): void {
  for (const name of shimNames) {
    let made: { readonly value: unknown } | undefined;
    const get = harden(() => {
      const text = texts()[name];
      if (text === undefined) return undefined;
      made ??= { value: evaluate(text, name, globals) };
      return made.value;
    });
    Object.defineProperty(target, name, { get, enumerable: false, configurable: false });
  }
}

function evaluate(text: string, name: string, globals: Readonly<Record<string, unknown>>): unknown {
  const { Date, Math } = globals;
  const compartment = new Compartment({
    globals: harden({ Date, Math, Intl: makeIntl() }),
    name,
    __options__: true,
  });
  Object.freeze(compartment.globalThis);
  return harden(compartment.evaluate(`${text}\n;shim.${name}`) as unknown);
}
