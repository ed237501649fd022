/** Recognises the forms that the compiler emits; see protocol/functor.ts. */
import type { AnyNode, CallExpression, MemberExpression, NewExpression } from 'acorn';

/** The helpers that `$pb` has. */
export const helperNames: ReadonlySet<string> = new Set([
  'at',
  'x',
  'r',
  'p',
  'arg',
  'assertion',
  'operand',
  'h',
  'Fragment',
  'data',
  'fns',
  'constants',
  'star',
]);

/** The name in `object.name`, when the access is written so. */
export function memberName(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  return node.property.type === 'Identifier' ? node.property.name : undefined;
}

/** Whether the node is the variable `name`. */
export function isName(node: AnyNode | null | undefined, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}

/** Whether the node is `object.name` for a variable `object`. */
export function isMember(node: AnyNode, object: string, name?: string): node is MemberExpression {
  if (node.type !== 'MemberExpression' || !isName(node.object, object)) return false;
  const found = memberName(node);
  return found !== undefined && (name === undefined || found === name);
}

/** Whether the node is the call `$pb.name(…)`. */
export function isHelperCall(node: AnyNode, name: string): node is CallExpression {
  return node.type === 'CallExpression' && isMember(node.callee, '$pb', name);
}

/** Whether the node is `$s[0]`. */
export function isSiteRegister(node: AnyNode): boolean {
  return (
    node.type === 'MemberExpression' &&
    isName(node.object, '$s') &&
    node.computed &&
    node.property.type === 'Literal' &&
    node.property.value === 0
  );
}

/** Whether the node is `$s[0] = $b + 12`. */
export function isSiteStore(node: AnyNode): boolean {
  return (
    node.type === 'AssignmentExpression' &&
    node.operator === '=' &&
    isSiteRegister(node.left) &&
    node.right.type === 'BinaryExpression' &&
    node.right.operator === '+' &&
    isName(node.right.left, '$b') &&
    node.right.right.type === 'Literal' &&
    typeof node.right.right.value === 'number'
  );
}

/** What an expression is without site stores and the zero of `(0, a.b)` before it. */
export function core(node: AnyNode): AnyNode {
  if (node.type === 'ChainExpression') return core(node.expression);
  if (node.type !== 'SequenceExpression') return node;
  const last = node.expressions.at(-1);
  const others = node.expressions.slice(0, -1);
  const isPadding = (part: AnyNode): boolean => part.type === 'Literal' || isSiteStore(part);
  return last !== undefined && others.every(isPadding) ? core(last) : node;
}

/** The arguments of a `require("…")` call; its only one when it is a string. */
export function requiredSpecifier(node: AnyNode): string | undefined {
  if (node.type !== 'CallExpression' || !isName(node.callee, 'require')) return undefined;
  const [argument, ...others] = node.arguments;
  return others.length === 0 && argument?.type === 'Literal' && typeof argument.value === 'string'
    ? argument.value
    : undefined;
}

/** A call or construction of a builder at module scope. */
export interface BuilderCall {
  /** The name under which the builder was imported: `lift` of `$pb.at(3, api_1.lift)(…)`. */
  readonly builder: string;
  readonly call: CallExpression | NewExpression;
}

/** Recognises `$pb.at(3, api_1.lift)(…)`, `new ($pb.at(4, api_1.Writable))(…)`, `….of(…)`. */
export function builderCallOf(node: AnyNode): BuilderCall | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  for (let callee = core(node.callee); ; callee = core(callee.object)) {
    if (isHelperCall(callee, 'at')) {
      const named = callee.arguments[1] && core(callee.arguments[1]);
      const builder = named && (memberName(named) ?? (named.type === 'Identifier' && named.name));
      return {
        builder: builder === undefined || builder === false ? 'builder' : builder,
        call: node,
      };
    }
    if (callee.type !== 'MemberExpression') return undefined;
  }
}
