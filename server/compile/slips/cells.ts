/** Cells that are taken for their values, in computations and handlers. */
import * as ts from 'typescript';
import { cellAsValue, cellProperty } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import { isReference } from '../local/references.ts';
import { closest } from '../link/closest.ts';
import { cellKind } from './cell-kinds.ts';
import type { CellKind } from './cell-kinds.ts';
import { isComputing, warn } from './context.ts';
import type { Look } from './context.ts';

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
const calculations: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
]);

export const cellSlips: Look<ts.Identifier> = (node, context): Diagnostic[] => {
  if (!isReference(node)) return [];
  const kind = cellKind(node, context);
  if (kind === undefined || !isComputing(node, context)) return [];
  const name = node.text;
  if (isOperand(node)) return [warn(context, node, cellAsValue({ name }))];
  const property = strangeProperty(node, kind);
  if (property === undefined) return [];
  const message = cellProperty({
    name,
    property: property.text,
    closest: closest(property.text, methods, 2),
  });
  // Values other than simple ones have properties of their own: only a slip of a method is plain.
  return kind === 'cell' && message.help?.fix === undefined
    ? []
    : [warn(context, property, message)];
};

/** Whether the name is compared with a literal, or calculated with. */
function isOperand(node: ts.Identifier): boolean {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  const other = parent.left === node ? parent.right : parent.left;
  return calculations.has(kind) || (comparisons.has(kind) && isLiteral(other));
}

function isLiteral(node: ts.Expression): boolean {
  const isTruth =
    node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
  return isTruth || ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);
}

/** What authors call on cells. */
const methods: ReadonlySet<string> = new Set(
  (
    'get set update send key push remove removeAll removeByValue addUnique increment elementById ' +
    'equals resolveAsCell sample map filter flatMap'
  ).split(' '),
);
/** What else cells answer to. */
const known: ReadonlySet<string> = new Set([
  ...methods,
  ...'equalLinks sink for of asSchema withTx copy entityId sourceURI schema path space'.split(' '),
  ...'toString valueOf toJSON'.split(' '),
]);

/** The property that neither a cell nor its value has; of other values, the method that is called. */
function strangeProperty(
  { parent, pos }: ts.Identifier,
  kind: CellKind,
): ts.MemberName | undefined {
  if (!ts.isPropertyAccessExpression(parent) || parent.expression.pos !== pos) return undefined;
  const { text } = parent.name;
  if (known.has(text) || text in String.prototype || text in Number.prototype) return undefined;
  const isCalled = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
  return kind !== 'cell' || (isCalled && !(text in Array.prototype)) ? parent.name : undefined;
}
