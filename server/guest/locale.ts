/**
 * Text for people must not depend on the machine: without a locale of its own a pattern gets that
 * of the United States, and dates are in universal time. A locale that it names counts.
 */

type Method = (this: unknown, ...args: unknown[]) => unknown;

const LOCALE = 'en-US';
const TIME_ZONE = 'UTC';

/** Replaces the locale methods; call before lockdown, which freezes them. */
export function fixLocale(): void {
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    replace(Date.prototype, name, ([locales, options]) => [
      locales ?? LOCALE,
      { timeZone: TIME_ZONE, ...(options as object | undefined) },
    ]);
  }
  for (const holder of [Number.prototype, BigInt.prototype]) {
    replace(holder, 'toLocaleString', ([locales, options]) => [locales ?? LOCALE, options]);
  }
  for (const name of ['toLocaleLowerCase', 'toLocaleUpperCase']) {
    replace(String.prototype, name, ([locales]) => [locales ?? LOCALE]);
  }
  replace(String.prototype, 'localeCompare', ([other, locales, options]) => [
    other,
    locales ?? LOCALE,
    options,
  ]);
}

function replace(
  holder: object,
  name: string,
  complete: (args: readonly unknown[]) => readonly unknown[],
): void {
  const original = Reflect.get(holder, name) as Method;
  // A method, because lockdown knows built-in functions without a `prototype` only.
  const { [name]: method } = {
    [name](this: unknown, ...args: unknown[]): unknown {
      return Reflect.apply(original, this, complete(args));
    },
  };
  Object.defineProperty(holder, name, {
    value: method,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}
