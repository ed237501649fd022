/** Every way to write a default value in a type. */
import { pattern } from 'commonfabric';
import type { DeepDefault, Default } from 'commonfabric';

const TITLE = 'from a constant';
const OPTIONS = { size: 'small', extras: ['sugar'] };
type Fallback = Default<'from an alias'>;

interface Input {
  text?: string | Default<'text'>;
  number?: number | Default<-1.5>;
  flag?: boolean | Default<true>;
  nothing?: string | null | Default<null>;
  empty?: string[] | Default<[]>;
  tuple?: number[] | Default<[1, 2, 3]>;
  object?: { a: number; b: { c: string } } | Default<{ a: 1; b: { c: 'x' } }>;
  record?: Record<string, number> | Default<Record<string, never>>;
  constant?: string | Default<typeof TITLE>;
  constants?: { size: string; extras: string[] } | Default<typeof OPTIONS>;
  alias?: string | Fallback;
  deep?: { a: number; b: number } | DeepDefault<{ a: 4; b: 5 }>;
  two?: Default<number, 9>;
  without?: number;
}

export default pattern<Input>((input) => ({ ...pick(input) }));

const pick = (input: Required<Input>) => ({
  text: input.text,
  number: input.number,
  flag: input.flag,
  nothing: input.nothing,
  empty: input.empty,
  tuple: input.tuple,
  object: input.object,
  record: input.record,
  constant: input.constant,
  constants: input.constants,
  alias: input.alias,
  deep: input.deep,
  two: input.two,
  without: input.without,
});
