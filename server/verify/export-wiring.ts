/** The statements that wire imports and exports, as the compiler emits them, and nothing wider. */
import type { AnyNode, CallExpression, ObjectExpression } from 'acorn';
import {
  core,
  isHelperCall,
  isMember,
  isName,
  isSiteStore,
  memberName,
  requiredSpecifier,
} from './forms.ts';

/** Whether the expression does nothing but connect names of modules. */
export function isExportWiring(node: AnyNode): boolean {
  return isVoidExports(node) || isDefinedExport(node) || requiredSpecifier(node) !== undefined;
}

/** `$pb.fns(…)`, `$pb.constants(…)`, `$pb.star(exports, require("…"))` and site stores. */
export function isRuntimeCall(node: AnyNode): boolean {
  return (
    isSiteStore(node) ||
    isHelperCall(node, 'fns') ||
    isHelperCall(node, 'constants') ||
    isStar(node)
  );
}

/** `$pb.star(exports, require("./x"))` */
export function isStar(node: AnyNode): boolean {
  if (!isHelperCall(node, 'star')) return false;
  const [target, namespace, ...others] = node.arguments;
  return (
    others.length === 0 &&
    isName(target, 'exports') &&
    namespace !== undefined &&
    requiredSpecifier(namespace) !== undefined
  );
}

/** `exports.a = exports.b = void 0`, and `exports.a = a` for a function declared further down. */
function isVoidExports(node: AnyNode): boolean {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return false;
  if (!isMember(node.left, 'exports')) return false;
  const { right } = node;
  return right.type === 'UnaryExpression' ? right.operator === 'void' : isVoidExports(right);
}

/** `Object.defineProperty(exports, "x", { enumerable: true, get: function () { return a_1.x; } })` */
function isDefinedExport(node: AnyNode): boolean {
  if (node.type !== 'CallExpression' || !isObjectDefineProperty(node)) return false;
  const [target, key, descriptor] = node.arguments;
  return (
    isName(target, 'exports') &&
    key?.type === 'Literal' &&
    typeof key.value === 'string' &&
    descriptor?.type === 'ObjectExpression' &&
    isHarmlessDescriptor(descriptor)
  );
}

function isObjectDefineProperty({ callee }: CallExpression): boolean {
  return isMember(callee, 'Object', 'defineProperty');
}

function isHarmlessDescriptor({ properties }: ObjectExpression): boolean {
  return properties.every((property) => {
    if (property.type !== 'Property' || property.computed) return false;
    if (property.key.type !== 'Identifier') return false;
    if (property.key.name === 'get') return returnsImportedName(property.value);
    return ['enumerable', 'value'].includes(property.key.name) && isTrue(property.value);
  });
}

function isTrue(node: AnyNode): boolean {
  return node.type === 'Literal' && node.value === true;
}

/** `function () { return a_1.x; }` or `() => a_1.x`: reads a name, does nothing. */
function returnsImportedName(node: AnyNode): boolean {
  if (node.type === 'ArrowFunctionExpression') return isPlainRead(node.body);
  if (node.type !== 'FunctionExpression') return false;
  const statements = node.body.body.filter(
    (statement) => statement.type !== 'ExpressionStatement' || !isSiteStore(statement.expression),
  );
  const [only, ...others] = statements;
  return (
    others.length === 0 &&
    only?.type === 'ReturnStatement' &&
    Boolean(only.argument && isPlainRead(only.argument))
  );
}

function isPlainRead(node: AnyNode): boolean {
  const read = core(node);
  if (read.type === 'Identifier') return true;
  return memberName(read) !== undefined && 'object' in read && read.object.type === 'Identifier';
}
