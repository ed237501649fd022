/**
 * The contract between compiled module code and the pattern runtime.
 *
 * A record's `code` is one parenthesised function expression, a strict CommonJS-shaped functor:
 *
 *     (function (exports, require, $pb, $s, $b) { "use strict"; … })
 *
 * - `require(specifier)` gives the namespace of an import; `exports` is live, so cycles work.
 * - `$pb` holds the helpers below, bound to this module.
 * - `$s[0] = $b + n` stores the number of the place about to run (loop heads, function entries,
 *   calls). Numbers are local to the module; `$s` is one for the whole run and `$b` is the module's
 *   own base, so the last store tells the module too.
 *
 * Emitted forms, all of which the verifier knows:
 *
 *     $pb.at(3, api_1.pattern)(…)            a builder call: call fact 3
 *     new ($pb.at(4, api_1.Writable))(…)     the same for constructors, also `.of` and friends
 *     $pb.x({ $site: () => a + b }, callee?) an expression site of a pattern body
 *     $pb.r(name)                            a captured reactive name, read
 *     $pb.p(name, "key", 0)                  a path through a captured name, not read
 *     $pb.arg(callee, name)                  an argument: a reference if callee is a factory
 *     $pb.assertion("a < b", { $site: () => $pb.operand("a", a) < $pb.operand("b", b) })
 *                                            what the body of an `assert` returns
 *     $pb.h(tag, props, …children)           JSX; $pb.Fragment for fragments
 *     $pb.data(value)                        module-scope data, frozen
 *     $pb.fns(f, g)                          module-scope functions and classes, frozen
 *     $pb.constants({ CONST: () => CONST })  values that a type names with `typeof CONST`
 *     $pb.star(exports, require("./x"));     `export * from "./x"`, bindings live
 *
 * Order and shape of the module scope:
 *
 *     exports.a = void 0;                    every name exported by value, so that cycles see it
 *     Object.defineProperty(exports, "b", { enumerable: true, get: function () { return y_1.b; } });
 *                                            re-exports and exported `let`: live
 *     exports.f = f;                         exported function declarations, hoisted
 *     $pb.fns(f, g);                         function declarations of the module scope
 *     const y_1 = require("./y");            imports in authored order; `require("./y");` alone for
 *                                            an import without names
 *     const a = …; exports.a = a;            an export follows its declaration
 *     const k = () => …; $pb.fns(k);         so does the freezing of functions and classes
 *     const default_1 = …; exports.default = default_1;    `export default <expression>`
 *     (0, y_1.f)(x)                          a call of an imported name, without a `this`
 *
 * Stores: `$s[0] = n;` as a statement of a function, `($s[0] = n, f(x))`, and
 * `a.b(($s[0] = n, x))` where `a` itself contains a call.
 *
 * Authored identifiers that begin with `$pb`, or are `$s`, `$b` or `$site`, are refused by the compiler.
 */

/** An expression of a pattern body, wrapped so that it can be evaluated again. */
export interface ExpressionSite {
  readonly $site: () => unknown;
}

/** The module-bound helpers that compiled code calls; the runtime makes one for each module. */
export interface ModuleHelpers {
  /** Returns `callee` specialised with call fact `index`; anything but a builder comes back as is. */
  readonly at: (index: number, callee: unknown) => unknown;
  /**
   * In a pattern frame: evaluates the site under tracking. What read a reactive value becomes a
   * derived reference; the rest stays the bare value. With a `callee` that is a factory (a pattern,
   * bound handler, lift …) the site runs untracked in the pattern frame instead. In a computation
   * or a handler: just evaluates it.
   */
  readonly x: (site: ExpressionSite, callee?: unknown) => unknown;
  /**
   * Not a reference: itself. In pattern and module frames: unchanged. Otherwise a cell or stream as
   * itself, anything else as its current value, tracked in computations.
   */
  readonly r: (value: unknown) => unknown;
  /** The reference at `keys` below `base`, without reading it; of a plain base, the plain value. */
  readonly p: (base: unknown, ...keys: (string | number)[]) => unknown;
  /** `value` as it is when `callee` is a factory, else `r(value)`. */
  readonly arg: (callee: unknown, value: unknown) => unknown;
  /**
   * Evaluates the outcome of an `assert` body and gives its record, `{ ok, source, parts }`: a part
   * is the source of an operand and its value as text. Only what does not hold has parts.
   */
  readonly assertion: (source: string, outcome: ExpressionSite) => unknown;
  /** Notes an operand of the `assertion` that is being evaluated; gives the value itself. */
  readonly operand: (source: string, value: unknown) => unknown;
  readonly h: (type: unknown, props: unknown, ...children: unknown[]) => unknown;
  readonly Fragment: unknown;
  /**
   * A deeply frozen copy of inert data; Map and Set become immutable ones. Primitives, factories and
   * references come back as they are; functions inside are frozen like those given to `fns`.
   */
  readonly data: (value: unknown) => unknown;
  /** Freezes functions and classes of the module scope, their prototypes too. */
  readonly fns: (...functions: unknown[]) => void;
  /** Registers constants for `Default<typeof CONST>`; each thunk is called when first needed. */
  readonly constants: (table: Readonly<Record<string, () => unknown>>) => void;
  /** Re-exports every name of `namespace` but `default` and those that `exports` has, live. */
  readonly star: (exports: Record<string, unknown>, namespace: unknown) => void;
}

/**
 * The one element holds the place about to run. It stands in memory that does not move, so that the
 * host can still read it when the process no longer answers.
 */
export type SiteRegister = Int32Array;

/** Numbers of one module: its base is this times its index among the records of the run. */
export const SITES_PER_MODULE = 2 ** 18;

/** The shape of an evaluated functor. */
export type Functor = (
  exports: Record<string, unknown>,
  require: (specifier: string) => unknown,
  $pb: ModuleHelpers,
  $s: SiteRegister,
  $b: number,
) => void;
