/**
 * `URL` and `URLSearchParams` of the pattern. The host's classes do the parsing, but stay in private
 * fields: only strings go in and come out, so no host object is ever within reach.
 */
import { guestWords } from '../protocol/messages/guest-words.ts';

// Taken while the realm still has them.
const HostUrl = globalThis.URL;
const HostParams = globalThis.URLSearchParams;
type HostUrl = InstanceType<typeof HostUrl>;
type HostParams = InstanceType<typeof HostParams>;

const PARTS = [
  'href',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;

/** Parses in the host; null for text that is no URL, so that no error of the host gets out. */
function parse(url: string, base: string | undefined): HostUrl | null {
  try {
    return new HostUrl(url, base);
  } catch {
    return null;
  }
}

/** Host and port that an address leads to, for the message of a refusal; null if it is no URL. */
export function destinationOf(address: string): string | null {
  const url = parse(address, undefined);
  if (url === null) return null;
  const usual = { 'http:': '80', 'https:': '443' }[url.protocol] ?? '';
  return `${url.hostname}:${url.port || usual}`;
}

/** As the language converts; the pattern's own code may run, with no more than its own powers. */
const toText = String as (value: unknown) => string;

type Pairs = Iterable<readonly [unknown, unknown]>;

function paramsFrom(init: unknown): HostParams {
  if (init === undefined || init === null) return new HostParams();
  if (typeof init !== 'object') return new HostParams(toText(init));
  const pairs = (Symbol.iterator in init ? init : Object.entries(init)) as Pairs;
  const params = new HostParams();
  for (const [key, value] of pairs) params.append(String(key), String(value));
  return params;
}

const optional = (value: unknown): string | undefined =>
  value === undefined ? undefined : toText(value);

class PatternSearchParams {
  #params: HostParams;

  constructor(init?: unknown) {
    this.#params = paramsFrom(init);
  }

  /** Lets a URL share the live parameters of its host object. */
  static over(this: null, params: HostParams): PatternSearchParams {
    const made = new PatternSearchParams();
    made.#params = params;
    return made;
  }

  get size(): number {
    return [...this.#params].length;
  }
  append(name: unknown, value: unknown): void {
    this.#params.append(String(name), String(value));
  }
  delete(name: unknown, value?: unknown): void {
    this.#params.delete(String(name), optional(value));
  }
  get(name: unknown): string | null {
    return this.#params.get(String(name));
  }
  getAll(name: unknown): string[] {
    return [...this.#params.getAll(String(name))];
  }
  has(name: unknown, value?: unknown): boolean {
    return this.#params.has(String(name), optional(value));
  }
  set(name: unknown, value: unknown): void {
    this.#params.set(String(name), String(value));
  }
  sort(): void {
    this.#params.sort();
  }
  toString(): string {
    return this.#params.toString();
  }
  forEach(callback: (value: string, key: string, params: PatternSearchParams) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }
  keys(): IterableIterator<string> {
    return [...this].map(([key]) => key).values();
  }
  values(): IterableIterator<string> {
    return [...this].map(([, value]) => value).values();
  }
  entries(): IterableIterator<[string, string]> {
    return this[Symbol.iterator]();
  }
  [Symbol.iterator](): IterableIterator<[string, string]> {
    const pairs: [string, string][] = [];
    this.#params.forEach((value, key) => pairs.push([key, value]));
    return pairs.values();
  }
}

const over = PatternSearchParams.over.bind(null);
Reflect.deleteProperty(PatternSearchParams, 'over');

class PatternUrl {
  readonly #url: HostUrl;
  readonly #searchParams: PatternSearchParams;

  constructor(url: unknown, base?: unknown) {
    const parsed = parse(String(url), optional(base));
    if (parsed === null) throw new TypeError(guestWords.invalidUrl);
    this.#url = parsed;
    this.#searchParams = over(parsed.searchParams);
  }

  static canParse(url: unknown, base?: unknown): boolean {
    return parse(String(url), optional(base)) !== null;
  }

  static {
    for (const part of PARTS) {
      Object.defineProperty(PatternUrl.prototype, part, {
        get(this: PatternUrl) {
          return this.#url[part];
        },
        set(this: PatternUrl, value: unknown) {
          const text = String(value);
          if (part === 'href' && parse(text, undefined) === null) {
            throw new TypeError(guestWords.invalidUrl);
          }
          this.#url[part] = text;
        },
        enumerable: true,
        configurable: true,
      });
    }
  }

  get origin(): string {
    return this.#url.origin;
  }
  get searchParams(): PatternSearchParams {
    return this.#searchParams;
  }
  toString(): string {
    return this.#url.href;
  }
  toJSON(): string {
    return this.#url.href;
  }
}

Object.defineProperty(PatternUrl, 'name', { value: 'URL' });
Object.defineProperty(PatternSearchParams, 'name', { value: 'URLSearchParams' });

/** The classes by their global names. */
export const urlGlobals = { URL: PatternUrl, URLSearchParams: PatternSearchParams };
