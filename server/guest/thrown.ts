/** Describes a thrown value for the host without running any code of it. */
import type { Refusal, ThrownRecord } from '../protocol/wire.ts';
import type { FrameReader } from './frames.ts';
import { makeClassName } from './class-name.ts';
import { ownData } from './own-data.ts';
import type { TypeChecks } from './powers.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

const MAX_MESSAGE = 20_000;
const MAX_CAUSES = 8;
const MAX_ERRORS = 20;

/** Says what kind of refusal of ours a value is; null for everything else. */
export type RefusalOf = (thrown: unknown) => Refusal | null;

const shorten = (text: string): string =>
  text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;

const record = (
  kind: ThrownRecord['kind'],
  message: string,
  rest: Partial<ThrownRecord> = {},
): ThrownRecord => ({
  kind,
  name: null,
  message: shorten(message),
  code: null,
  frames: [],
  cause: null,
  errors: [],
  refusal: null,
  ...rest,
});

function describePrimitive(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'symbol':
      return `Symbol(${value.description ?? ''})`;
    case 'bigint':
      return `${value}n`;
    default:
      return `${value as number | boolean | null | undefined}`;
  }
}

export type Describe = (thrown: unknown) => ThrownRecord;

/** Makes the describer; it never throws. */
export function makeDescriber(
  types: TypeChecks,
  frames: FrameReader,
  refusalOf: RefusalOf,
  isCell: (value: object) => boolean = () => false,
): Describe {
  const nameOf = makeClassName(types);
  const own = (value: object, key: PropertyKey): unknown =>
    types.isProxy(value) ? undefined : ownData(value, key);

  const textOf = (value: object, key: string): string | null => {
    const found = own(value, key);
    return typeof found === 'string' ? found : null;
  };

  const codeOf = (error: object): string | null => {
    const code = own(error, 'code');
    return typeof code === 'string' || typeof code === 'number' ? String(code).slice(0, 100) : null;
  };

  const describeError = (
    error: Error,
    causes: number,
    seen: ReadonlySet<unknown>,
  ): ThrownRecord => {
    const inner = new Set([...seen, error]);
    const nested = (value: unknown): ThrownRecord =>
      inner.has(value)
        ? record('object', guestWords.sameError)
        : describe(value, causes + 1, inner);
    const cause = own(error, 'cause');
    const errors = own(error, 'errors');
    const deeper = causes < MAX_CAUSES;
    return record('error', textOf(error, 'message') ?? '', {
      name: nameOf(error),
      code: codeOf(error),
      frames: frames.framesOf(error),
      cause: deeper && cause !== undefined ? nested(cause) : null,
      errors:
        deeper && Array.isArray(errors) && !types.isProxy(errors)
          ? Array.from({ length: Math.min(errors.length, MAX_ERRORS) }, (_, index) =>
              nested(ownData(errors, index)),
            )
          : [],
      refusal: refusalOf(error),
    });
  };

  const describeObject = (value: object): ThrownRecord => {
    if (isCell(value)) return record('object', guestWords.cell);
    if (types.isProxy(value)) return record('object', guestWords.proxy);
    const message = textOf(value, 'message');
    const kind = typeof value === 'function' ? guestWords.functionThrown : guestWords.object;
    return record('object', message ?? kind, { name: textOf(value, 'name'), code: codeOf(value) });
  };

  const describe = (value: unknown, causes: number, seen: ReadonlySet<unknown>): ThrownRecord => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
      return record('primitive', describePrimitive(value));
    }
    if (!types.isProxy(value) && types.isNativeError(value)) {
      return describeError(value, causes, seen);
    }
    return describeObject(value);
  };

  return (thrown) => {
    try {
      return describe(thrown, 0, new Set());
    } catch {
      // Only an exhausted stack gets here: there is no room left to look closer.
      return record('error', guestWords.stackFull, { name: 'RangeError' });
    }
  };
}
