/** Finds the class name of an error without running any code of it. */
import { ownData } from './own-data.ts';
import type { TypeChecks } from './powers.ts';

const MAX_PROTOTYPES = 10;

const constructors = [
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
  AggregateError,
];

// After lockdown `name` of an intrinsic prototype is an accessor, so the names are looked up here.
const intrinsicNames = new Map<object, string>(
  constructors.map(({ prototype, name }) => [prototype as object, name]),
);

const textOf = (value: object, key: string): string | null => {
  const found = ownData(value, key);
  return typeof found === 'string' && found !== '' ? found : null;
};

/** Makes the lookup: an own `name` first, then the nearest prototype that tells one. */
export function makeClassName(types: TypeChecks): (error: object) => string | null {
  const constructorName = (prototype: object): string | null => {
    const constructor = ownData(prototype, 'constructor');
    if (typeof constructor !== 'function' || types.isProxy(constructor)) return null;
    return textOf(constructor, 'name');
  };

  return (error) => {
    let holder: object | null = error;
    for (let step = 0; holder && step < MAX_PROTOTYPES; step++) {
      if (types.isProxy(holder)) return null;
      const name = intrinsicNames.get(holder) ?? textOf(holder, 'name');
      if (name !== null) return name;
      const className = step === 0 ? null : constructorName(holder);
      if (className !== null) return className;
      holder = Object.getPrototypeOf(holder) as object | null;
    }
    return null;
  };
}
