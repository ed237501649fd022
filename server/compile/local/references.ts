/** Which identifiers of a tree stand for a value, as against names of properties, labels, types. */
import ts from 'typescript';

/** JSX tags that begin with a small letter and have no dot name elements, not values. */
function isIntrinsicTag(name: ts.Identifier): boolean {
  return /^[a-z]/.test(name.text);
}

/** Whether an identifier outside type positions reads or writes a variable. */
export function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isBindingElement(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isEnumMember(parent)
  ) {
    return parent.initializer === node;
  }
  if (
    ts.isJsxOpeningElement(parent) ||
    ts.isJsxSelfClosingElement(parent) ||
    ts.isJsxClosingElement(parent)
  ) {
    return !isIntrinsicTag(node);
  }
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isFunctionExpression(parent) || ts.isClassExpression(parent)) return false;
  return (
    !(
      ts.isDeclarationStatement(parent) ||
      ts.isClassElement(parent) ||
      ts.isTypeElement(parent) ||
      ts.isImportClause(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isNamespaceImport(parent) ||
      ts.isExportSpecifier(parent) ||
      ts.isNamespaceExport(parent) ||
      ts.isJsxAttribute(parent) ||
      ts.isJsxNamespacedName(parent) ||
      ts.isLabeledStatement(parent) ||
      ts.isBreakOrContinueStatement(parent) ||
      ts.isMetaProperty(parent) ||
      ts.isQualifiedName(parent) ||
      ts.isTypeParameterDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isAccessor(parent)
    ) || ts.isExportAssignment(parent)
  );
}

/** Whether a node is part of a type and leaves nothing in the emitted code. */
export function isTypeOnly(node: ts.Node): boolean {
  return (
    (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ImplementsKeyword)
  );
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
