/** What may initialise a constant of the module scope: nothing that could change afterwards. */
import type { AnyNode } from 'acorn';
import { indirectCallback, moduleClass, mutableData, statefulRegExp } from '../protocol/index.ts';
import type { Findings } from './finding.ts';
import {
  builderCallOf,
  core,
  isHelperCall,
  isName,
  memberName,
  requiredSpecifier,
} from './forms.ts';
import type { BuilderCall } from './forms.ts';
import { isFunction, walk } from './syntax.ts';

/** Builders whose function must be written in place or be a named one. */
const buildersWithCallback: ReadonlySet<string> = new Set([
  'action',
  'computed',
  'derive',
  'handler',
  'lift',
  'pattern',
  'recipe',
]);

/** Checks the initialiser of the module constant `name`. */
export function checkConstant(init: AnyNode, name: string, findings: Findings): void {
  const value = core(init);
  if (isHelperCall(value, 'data')) {
    for (const argument of value.arguments) checkInert(argument, findings);
    return;
  }
  const builderCall = builderCallOf(value);
  if (builderCall) checkBuilderCall(builderCall, findings);
  else if (value.type === 'ClassExpression') {
    findings.lenient(value, ({ older }) => moduleClass({ older, name }));
  } else if (value.type === 'Literal') checkRegExp(value, findings);
  else if (isImmutable(value)) checkParts(value, name, findings);
  else if (requiredSpecifier(value) === undefined && !isFreeze(value)) {
    findings.lenient(value, ({ older }) => mutableData({ older, name }));
  }
}

/** Functions, and expressions that give a primitive or what their parts give. */
function isImmutable(node: AnyNode): boolean {
  return (
    isFunction(node) ||
    [
      'BinaryExpression',
      'ConditionalExpression',
      'Identifier',
      'LogicalExpression',
      'MemberExpression',
      'TemplateLiteral',
      'UnaryExpression',
    ].includes(node.type)
  );
}

/** The operands that can be the value as such; those of arithmetic only make a primitive. */
function checkParts(node: AnyNode, name: string, findings: Findings): void {
  if (node.type === 'ConditionalExpression') {
    checkConstant(node.consequent, name, findings);
    checkConstant(node.alternate, name, findings);
  } else if (node.type === 'LogicalExpression') {
    checkConstant(node.left, name, findings);
    checkConstant(node.right, name, findings);
  }
}

/** `Object.freeze(…)` and `harden(…)`: the author's own freezing. */
function isFreeze(node: AnyNode): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = core(node.callee);
  if (isName(callee, 'harden')) return true;
  return (
    callee.type === 'MemberExpression' &&
    isName(callee.object, 'Object') &&
    memberName(callee) === 'freeze'
  );
}

/**
 * Inert data is evaluated once, copied and frozen, so calls are welcome in it. What survives the
 * copy and still changes is not.
 */
function checkInert(data: AnyNode, findings: Findings): void {
  walk(data, (node) => {
    if (node.type === 'Literal') checkRegExp(node, findings);
    if (node.type === 'ClassExpression') {
      const name = node.id?.name ?? 'class';
      findings.lenient(node, ({ older }) => moduleClass({ older, name }));
    }
    return !isFunction(node);
  });
}

function checkRegExp(node: Extract<AnyNode, { type: 'Literal' }>, findings: Findings): void {
  if (node.regex && /[gy]/.test(node.regex.flags)) {
    const source = `/${node.regex.pattern}/${node.regex.flags}`;
    findings.lenient(node, ({ older }) => statefulRegExp({ older, source }));
  }
}

function checkBuilderCall({ builder, call }: BuilderCall, findings: Findings): void {
  if (!buildersWithCallback.has(builder)) return;
  const parts = call.arguments.map((argument) => core(argument));
  const isCallback = (node: AnyNode): boolean =>
    isFunction(node) || node.type === 'Identifier' || node.type === 'MemberExpression';
  if (parts.some(isCallback)) return;
  const made = parts.find((node) => node.type === 'CallExpression' && !builderCallOf(node));
  findings.lenient(made ?? call, ({ older }) => indirectCallback({ older, builder }));
}
