/** From a JSON Schema, written as a constant, to the type of what it describes. */
import type { Cell, Stream } from './cells.js';

/** Arrays and objects can be changed. */
export type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

export type Schema<S> = S extends { readonly asStream: true }
  ? Stream<Plain<S>>
  : S extends { readonly asCell: true }
    ? Cell<Plain<S>>
    : Plain<S>;

type Plain<S> = S extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : S extends { readonly const: infer Value }
    ? Value
    : S extends { readonly type: 'string' }
      ? string
      : S extends { readonly type: 'number' | 'integer' }
        ? number
        : S extends { readonly type: 'boolean' }
          ? boolean
          : S extends { readonly type: 'null' }
            ? null
            : S extends { readonly type: 'array' }
              ? (S extends { readonly items: infer Items } ? Schema<Items> : any)[]
              : S extends { readonly properties: infer Properties }
                ? Members<
                    Properties,
                    S extends { readonly required: readonly (infer R)[] } ? R : never
                  >
                : any;

type Members<P, Required> = {
  -readonly [Key in keyof P as Key extends Required ? Key : never]: Schema<P[Key]>;
} & {
  -readonly [Key in keyof P as Key extends Required ? never : Key]?: Schema<P[Key]>;
};
