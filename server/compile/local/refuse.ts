/** What a pattern file must not contain, found on the authored text with exact ranges. */
import * as ts from 'typescript';
import {
  alreadyDeclared,
  directEval,
  dynamicImport,
  misplacedKeyword,
  reservedName,
  topLevelAwait,
  unsupportedSyntax,
} from '../../protocol/index.ts';
import type { Diagnostic, Message } from '../../protocol/index.ts';
import { earlyError } from './early-errors.ts';
import { diagnosticFor } from './places.ts';
import { isAmbient } from './scopes.ts';
import type { Scopes } from './scopes.ts';
import { isReference, isTypeOnly } from './references.ts';
import { codeWords } from '../../protocol/messages/code-words.ts';

function isReserved(name: string): boolean {
  return name.startsWith('$pb') || name === '$s' || name === '$b' || name === '$site';
}

const useImport = codeWords.useImport;

function unsupported(node: ts.Node): Message | undefined {
  const refuse = (what: string, help: string): Message => unsupportedSyntax({ what, help });
  if (ts.isDecorator(node)) return refuse(codeWords.decorator, codeWords.callByName);
  if (ts.isImportEqualsDeclaration(node)) return refuse('"import … = …"', useImport);
  if (ts.isExportAssignment(node) && node.isExportEquals) return refuse('"export = …"', useImport);
  if (ts.isModuleDeclaration(node) && !isAmbient(node)) {
    return refuse(codeWords.namespace, codeWords.useModule);
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return refuse('import.meta', codeWords.noPlace);
  }
  if (ts.isVariableDeclarationList(node) && isUsing(node)) {
    return refuse('"using"', codeWords.useConst);
  }
  if (ts.isWithStatement(node)) return refuse('"with"', codeWords.nameObject);
  return undefined;
}

/** Names that strict code keeps for the language, where TypeScript's parser takes them for names. */
const STRICT = new Set(
  'implements interface let package private protected public static yield'.split(' '),
);

/** Whether an identifier is, or declares, a variable that strict code cannot have. */
function isStrictName(node: ts.Identifier): boolean {
  if (!STRICT.has(node.text)) return false;
  const { parent } = node;
  const declares =
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionLike(parent) ||
      ts.isClassLike(parent) ||
      ts.isEnumDeclaration(parent) ||
      ts.isImportClause(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isNamespaceImport(parent)) &&
    parent.name === node &&
    !ts.isClassElement(parent);
  const labels = ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent);
  return declares || labels || isReference(node);
}

/** Whether a private name stands where JavaScript knows none: alone, or outside its class. */
function isLostPrivateName(node: ts.PrivateIdentifier): boolean {
  const { parent } = node;
  const fits =
    ts.isClassElement(parent) ||
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.InKeyword);
  for (let at = parent; fits && !ts.isSourceFile(at); at = at.parent) {
    const declares = (member: ts.ClassElement): boolean =>
      member.name !== undefined &&
      ts.isPrivateIdentifier(member.name) &&
      member.name.text === node.text;
    if (ts.isClassLike(at) && at.members.some(declares)) return false;
  }
  return true;
}

function isUsing(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Using) !== 0;
}

function callRefusal(node: ts.CallExpression): Message | undefined {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return dynamicImport({});
  const isEval = ts.isIdentifier(node.expression) && node.expression.text === 'eval';
  return isEval ? directEval({}) : undefined;
}

function enclosingFunction(node: ts.Node): ts.SignatureDeclaration | undefined {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionLike(at) || ts.isClassStaticBlockDeclaration(at)) {
      return at as ts.SignatureDeclaration;
    }
  }
  return undefined;
}

function isAsync(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true
  );
}

function awaitRefusal(node: ts.Node): Message | undefined {
  const waits =
    ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
  if (!waits) return undefined;
  const owner = enclosingFunction(node);
  if (!owner) return topLevelAwait({});
  return isAsync(owner) ? undefined : misplacedKeyword({ text: codeWords.awaitOnly });
}

/** Statements that TypeScript parses anywhere, but that JavaScript refuses to load. */
function misplaced(node: ts.Node): Message | undefined {
  if (ts.isReturnStatement(node) && !enclosingFunction(node)) {
    return misplacedKeyword({ text: codeWords.returnOnly });
  }
  if (!ts.isBreakOrContinueStatement(node)) return awaitRefusal(node);
  const keyword = ts.isBreakStatement(node) ? 'break' : 'continue';
  for (let at: ts.Node = node.parent; ; at = at.parent) {
    if (node.label && ts.isLabeledStatement(at) && at.label.text === node.label.text) break;
    if (!node.label && ts.isIterationStatement(at, false)) break;
    if (!node.label && keyword === 'break' && ts.isSwitchStatement(at)) break;
    if (ts.isSourceFile(at) || ts.isFunctionLike(at)) {
      const where = node.label ? codeWords.labelled(node.label.text) : codeWords.aLoop;
      return misplacedKeyword({ text: codeWords.insideOnly(keyword, where) });
    }
  }
  return undefined;
}

function isDefaultExport(node: ts.Statement): boolean {
  if (ts.isExportAssignment(node)) return node.isExportEquals !== true;
  if (!ts.canHaveModifiers(node) || isTypeOnly(node)) return false;
  const isOverload = ts.isFunctionDeclaration(node) && node.body === undefined;
  const modifiers = ts.getModifiers(node) ?? [];
  return !isOverload && modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

/** The ranges of the file that forbid running it, besides syntax errors. */
export function refusedForms(file: ts.SourceFile, scopes: Scopes): Diagnostic[] {
  const found = scopes.conflicts.map(({ identifier, name }) =>
    diagnosticFor(file, identifier, alreadyDeclared({ name })),
  );
  const walk = (node: ts.Node): void => {
    if (isTypeOnly(node)) return;
    const message =
      unsupported(node) ??
      (ts.isCallExpression(node) ? callRefusal(node) : misplaced(node)) ??
      earlyError(node);
    if (message) found.push(diagnosticFor(file, node, message));
    if (ts.isIdentifier(node) && isReserved(node.text)) {
      found.push(diagnosticFor(file, node, reservedName({ name: node.text })));
    }
    if (ts.isPrivateIdentifier(node) && isLostPrivateName(node)) {
      const text = codeWords.inItsClassOnly(node.text);
      found.push(diagnosticFor(file, node, misplacedKeyword({ text })));
    }
    if (ts.isIdentifier(node) && isStrictName(node)) {
      const text = codeWords.isKeyword(node.text);
      found.push(diagnosticFor(file, node, misplacedKeyword({ text })));
    }
    node.forEachChild(walk);
  };
  walk(file);
  const [, ...again] = file.statements.filter(isDefaultExport);
  found.push(
    ...again.map((node) => diagnosticFor(file, node, alreadyDeclared({ name: 'default' }))),
  );
  return found;
}
