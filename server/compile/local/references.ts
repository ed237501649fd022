/** Which identifiers of a tree stand for a value, as against names of properties, labels, types. */
import * as ts from 'typescript';

/** JSX tags that begin with a small letter and have no dot name elements, not values. */
function isIntrinsicTag(name: ts.Identifier): boolean {
  return /^[a-z]/.test(name.text);
}

/** Whether an identifier outside type positions reads or writes a variable. */
export function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  switch (parent.kind) {
    case ts.SyntaxKind.PropertyAccessExpression:
      return (parent as ts.PropertyAccessExpression).expression === node;
    case ts.SyntaxKind.PropertyAssignment:
    case ts.SyntaxKind.BindingElement:
    case ts.SyntaxKind.VariableDeclaration:
    case ts.SyntaxKind.Parameter:
    case ts.SyntaxKind.PropertyDeclaration:
    case ts.SyntaxKind.EnumMember:
      return (parent as ts.HasInitializer).initializer === node;
    case ts.SyntaxKind.JsxOpeningElement:
    case ts.SyntaxKind.JsxSelfClosingElement:
    case ts.SyntaxKind.JsxClosingElement:
      return !isIntrinsicTag(node);
    case ts.SyntaxKind.ShorthandPropertyAssignment:
    case ts.SyntaxKind.ExportAssignment:
      return true;
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ClassExpression:
    case ts.SyntaxKind.ImportClause:
    case ts.SyntaxKind.ImportSpecifier:
    case ts.SyntaxKind.NamespaceImport:
    case ts.SyntaxKind.ExportSpecifier:
    case ts.SyntaxKind.NamespaceExport:
    case ts.SyntaxKind.JsxAttribute:
    case ts.SyntaxKind.JsxNamespacedName:
    case ts.SyntaxKind.LabeledStatement:
    case ts.SyntaxKind.BreakStatement:
    case ts.SyntaxKind.ContinueStatement:
    case ts.SyntaxKind.MetaProperty:
    case ts.SyntaxKind.QualifiedName:
    case ts.SyntaxKind.TypeParameter:
      return false;
    default:
      return !(
        ts.isDeclarationStatement(parent) ||
        ts.isClassElement(parent) ||
        ts.isTypeElement(parent) ||
        ts.isAccessor(parent)
      );
  }
}

/** Whether a node is part of a type and leaves nothing in the emitted code. */
export function isTypeOnly(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration:
    case ts.SyntaxKind.TypeParameter:
      return true;
    case ts.SyntaxKind.HeritageClause:
      return (node as ts.HeritageClause).token === ts.SyntaxKind.ImplementsKeyword;
    case ts.SyntaxKind.ExpressionWithTypeArguments:
      return false;
    default:
      return ts.isTypeNode(node);
  }
}

/** Calls `found` for every value reference below `node`, itself included. */
export function forEachReference(node: ts.Node, found: (node: ts.Identifier) => void): void {
  if (isTypeOnly(node)) return;
  if (ts.isIdentifier(node)) {
    if (isReference(node)) found(node);
    return;
  }
  node.forEachChild((child) => forEachReference(child, found));
}

/** Whether some value reference below `node` satisfies `test`. */
export function someReference(node: ts.Node, test: (reference: ts.Identifier) => boolean): boolean {
  if (isTypeOnly(node)) return false;
  if (ts.isIdentifier(node)) return isReference(node) && test(node);
  return node.forEachChild((child) => someReference(child, test) || undefined) ?? false;
}

/** The expression without parentheses, casts, `satisfies` and `!`. */
export function unwrap(expression: ts.Expression): ts.Expression {
  let node = expression;
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    node = node.expression;
  }
  return node;
}

/** Whether a binary operator assigns. */
export function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
