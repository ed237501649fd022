/**
 * What TypeScript's parser lets through, but JavaScript does not load: statements where only others
 * may stand, and names that a strict module cannot have.
 */
import * as ts from 'typescript';
import { alreadyDeclared, misplacedKeyword } from '../../protocol/index.ts';
import { codeWords } from '../../protocol/messages/code-words.ts';
import type { Message } from '../../protocol/index.ts';

/** Parameters of every compiled module; a declaration beside them would be a second one. */
const MODULE_NAMES = new Set(['exports', 'require']);

/** Why JavaScript would not load a file with this node; undefined if it would. */
export function earlyError(node: ts.Node): Message | undefined {
  const text = misplacedModuleItem(node) ?? misplacedDeclaration(node) ?? misplacedSuper(node);
  if (text !== undefined) return misplacedKeyword({ text });
  return isSecondModuleName(node) ? alreadyDeclared({ name: node.text }) : undefined;
}

function misplacedModuleItem(node: ts.Node): string | undefined {
  const isItem =
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isExportAssignment(node) ||
    (ts.isStatement(node) &&
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true);
  if (!isItem || ts.isSourceFile(node.parent) || ts.isModuleBlock(node.parent)) return undefined;
  const keyword = ts.isImportDeclaration(node) ? 'import' : 'export';
  return codeWords.topOnly(keyword);
}

/** Whether the statement is all that an `if`, a loop or a label has. */
function isWholeBody({ parent }: ts.Node): boolean {
  return (
    ts.isIfStatement(parent) ||
    ts.isIterationStatement(parent, false) ||
    ts.isLabeledStatement(parent)
  );
}

function misplacedDeclaration(node: ts.Node): string | undefined {
  if (ts.isVariableStatement(node)) {
    const isLexical = (node.declarationList.flags & ts.NodeFlags.BlockScoped) !== 0;
    return isLexical && isWholeBody(node) ? codeWords.needsBlock : undefined;
  }
  if (!ts.isClassDeclaration(node) && !ts.isFunctionDeclaration(node)) return undefined;
  if (isWholeBody(node)) return codeWords.needsBlock;
  const isDefault = ts
    .getModifiers(node)
    ?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const what = ts.isClassDeclaration(node) ? 'class' : 'function';
  return node.name || isDefault ? undefined : codeWords.needsName(what);
}

function misplacedSuper(node: ts.Node): string | undefined {
  if (node.kind !== ts.SyntaxKind.SuperKeyword) return undefined;
  let at = node.parent;
  while (
    ts.isArrowFunction(at) ||
    !(ts.isFunctionLike(at) || ts.isClassElement(at) || ts.isSourceFile(at))
  ) {
    at = at.parent;
  }
  const isMember =
    ts.isClassElement(at) || (ts.isFunctionLike(at) && ts.isObjectLiteralElement(at));
  return isMember ? undefined : codeWords.methodOnly;
}

function isSecondModuleName(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node) || !MODULE_NAMES.has(node.text)) return false;
  const { parent } = node;
  if (
    ts.isFunctionDeclaration(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isEnumDeclaration(parent)
  ) {
    return parent.name === node && ts.isSourceFile(parent.parent);
  }
  const isVariable = ts.isVariableDeclaration(parent) || ts.isBindingElement(parent);
  return isVariable && parent.name === node && isOfModule(parent);
}

/** Whether a variable is the module's own, and not one of a function or a block. */
function isOfModule(declaration: ts.VariableDeclaration | ts.BindingElement): boolean {
  let at: ts.Node = declaration;
  while (ts.isBindingElement(at) || ts.isBindingName(at) || ts.isVariableDeclaration(at))
    at = at.parent;
  if (!ts.isVariableDeclarationList(at)) return false;
  if ((at.flags & ts.NodeFlags.BlockScoped) !== 0) return ts.isSourceFile(at.parent.parent);
  for (at = at.parent; !ts.isSourceFile(at); at = at.parent)
    if (ts.isFunctionLike(at)) return false;
  return true;
}
