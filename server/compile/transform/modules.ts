/** Imports and exports as the functor's `require` and `exports`; see protocol/functor.ts. */
import * as ts from 'typescript';
import { specifierOf } from '../local/api.ts';
import { exportModifiers, namesOf } from '../local/imports.ts';
import { isAmbient, variableKind } from '../local/scopes.ts';
import type { AnalysedFile, Frame, Transform } from './context.ts';
import { enumObject, isCallable, needsFreezing } from './data.ts';
import { importStatement } from './module-names.ts';
import type { ModuleNames } from './module-names.ts';

const moduleFrame: Frame = { kind: 'module', boundary: undefined };

/** Rewrites the statements of the module scope. */
export function moduleStatements(t: Transform, names: ModuleNames): ts.Statement[] {
  const body = t.analysed.file.statements.flatMap((statement) => rewrite(t, names, statement));
  return [...prologue(t, names), ...body];
}

/** Exported names by local declaration; a module may have thousands of both. */
const exportedNames = new WeakMap<AnalysedFile, ReadonlyMap<string | undefined, string[]>>();

/** The exported names of a local declaration. */
function exportsOf(analysed: AnalysedFile, local: string): readonly string[] {
  let names = exportedNames.get(analysed);
  if (names === undefined) {
    const byLocal = new Map<string | undefined, string[]>();
    for (const [name, of] of analysed.modules.exports) {
      byLocal.set(of, [...(byLocal.get(of) ?? []), name]);
    }
    names = byLocal;
    exportedNames.set(analysed, names);
  }
  return names.get(local) ?? [];
}

function prologue(t: Transform, names: ModuleNames): ts.Statement[] {
  const { analysed, make } = t;
  const { factory } = t.context;
  const early: ts.Statement[] = [];
  const hoisted: ts.Statement[] = [];
  for (const [name, local] of analysed.modules.exports) {
    const binding = local === undefined ? undefined : analysed.scopes.top.get(local);
    if (binding?.kind === 'import') early.push(make.getter(name, names.imported(binding)));
    else if (binding?.kind === 'let' || binding?.kind === 'var') {
      early.push(make.getter(name, factory.createIdentifier(binding.name)));
    } else if (binding?.kind === 'function') {
      hoisted.push(make.exported(name, factory.createIdentifier(binding.name)));
    } else early.push(make.exported(name, factory.createVoidZero()));
  }
  early.push(...reExportGetters(t, names));
  const functions = analysed.file.statements.flatMap((node) =>
    ts.isFunctionDeclaration(node) && node.body && !isAmbient(node)
      ? [node.name?.text ?? names.defaultName]
      : [],
  );
  if (functions.length > 0) hoisted.push(freeze(t, functions));
  const { constants } = analysed;
  if (constants.length > 0) hoisted.push(constantTable(t, constants));
  return [...early, ...hoisted];
}

function reExportGetters(t: Transform, names: ModuleNames): ts.Statement[] {
  const { factory } = t.context;
  return t.analysed.file.statements.flatMap((node) => {
    if (!ts.isExportDeclaration(node) || !node.moduleSpecifier || node.isTypeOnly) return [];
    const clause = node.exportClause;
    if (!clause) return [];
    const namespace = names.namespaceOf(node);
    if (ts.isNamespaceExport(clause)) return [t.make.getter(clause.name.text, namespace)];
    return clause.elements
      .filter((element) => !element.isTypeOnly)
      .map(({ name, propertyName }) => {
        const value = factory.createPropertyAccessExpression(
          names.namespaceOf(node),
          (propertyName ?? name).text,
        );
        return t.make.getter(name.text, value);
      });
  });
}

function freeze(t: Transform, functions: readonly string[]): ts.Statement {
  const { factory } = t.context;
  const args = functions.map((name) => factory.createIdentifier(name));
  return factory.createExpressionStatement(t.make.helper('fns', args));
}

function constantTable(t: Transform, constants: readonly string[]): ts.Statement {
  const { factory } = t.context;
  const thunk = (name: string): ts.Expression =>
    factory.createArrowFunction(
      undefined,
      undefined,
      [],
      undefined,
      undefined,
      factory.createIdentifier(name),
    );
  const entries = constants.map((name) => factory.createPropertyAssignment(name, thunk(name)));
  const table = factory.createObjectLiteralExpression(entries);
  return factory.createExpressionStatement(t.make.helper('constants', [table]));
}

function rewrite(t: Transform, names: ModuleNames, node: ts.Statement): ts.Statement[] {
  if (isAmbient(node)) return [];
  if (ts.isImportDeclaration(node)) return requireStatement(t, names, node);
  if (ts.isExportDeclaration(node)) return reExport(t, names, node);
  if (ts.isExportAssignment(node)) return defaultExport(t, names, node);
  if (ts.isVariableStatement(node)) return variables(t, node);
  if (ts.isFunctionDeclaration(node)) return functionDeclaration(t, names, node);
  if (ts.isClassDeclaration(node)) return classDeclaration(t, names, node);
  if (ts.isEnumDeclaration(node)) return enumDeclaration(t, node);
  return [t.visit(node, moduleFrame)];
}

function requireStatement(
  t: Transform,
  names: ModuleNames,
  node: ts.ImportDeclaration,
): ts.Statement[] {
  const required = t.make.require(specifierOf(node));
  if (!node.importClause) {
    return [t.make.mapped(t.context.factory.createExpressionStatement(required), node)];
  }
  const used = [...t.analysed.modules.used].some(
    ({ declaration }) => importStatement(declaration) === node,
  );
  if (!used) return [];
  return [t.make.mapped(t.make.constant(names.namespaceOf(node).text, required), node)];
}

function reExport(t: Transform, names: ModuleNames, node: ts.ExportDeclaration): ts.Statement[] {
  if (!node.moduleSpecifier || node.isTypeOnly) return [];
  const required = t.make.require(specifierOf(node));
  const clause = node.exportClause;
  if (!clause) {
    const star = t.make.helper('star', [t.context.factory.createIdentifier('exports'), required]);
    return [t.make.mapped(t.context.factory.createExpressionStatement(star), node)];
  }
  const erased =
    ts.isNamedExports(clause) &&
    clause.elements.length > 0 &&
    clause.elements.every(({ isTypeOnly }) => isTypeOnly);
  if (erased) return [];
  return [t.make.mapped(t.make.constant(names.namespaceOf(node).text, required), node)];
}

function dataOr(t: Transform, expression: ts.Expression): ts.Expression {
  const value = t.expression(expression, moduleFrame);
  return needsFreezing(t.analysed.calls, expression) ? t.make.helper('data', [value]) : value;
}

function defaultExport(
  t: Transform,
  names: ModuleNames,
  node: ts.ExportAssignment,
): ts.Statement[] {
  if (ts.isIdentifier(node.expression) && t.analysed.modules.exports.get('default')) return [];
  const { factory } = t.context;
  const value = factory.createIdentifier(names.defaultName);
  return [
    t.make.constant(names.defaultName, dataOr(t, node.expression)),
    ...(isCallable(node.expression) ? [freeze(t, [names.defaultName])] : []),
    t.make.exported('default', value),
  ];
}

/** What follows the declaration of `local`: its exports. */
function exportStatements(t: Transform, local: string): ts.Statement[] {
  return exportsOf(t.analysed, local).map((name) =>
    t.make.exported(name, t.context.factory.createIdentifier(local)),
  );
}

function variables(t: Transform, node: ts.VariableStatement): ts.Statement[] {
  const { factory } = t.context;
  const isConst = variableKind(node.declarationList) === 'const';
  const declarations = node.declarationList.declarations.map((declaration) => {
    const { initializer } = declaration;
    if (!isConst || !initializer) return t.visit(declaration, moduleFrame);
    return factory.updateVariableDeclaration(
      declaration,
      t.visit(declaration.name, moduleFrame),
      undefined,
      undefined,
      dataOr(t, initializer),
    );
  });
  const list = factory.updateVariableDeclarationList(node.declarationList, declarations);
  const statement = factory.updateVariableStatement(node, [], list);
  if (!isConst) return [statement];
  const callables = node.declarationList.declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && initializer && isCallable(initializer) ? [name.text] : [],
  );
  const declared = node.declarationList.declarations.flatMap(({ name }) => namesOf(name));
  return [
    statement,
    ...(callables.length > 0 ? [freeze(t, callables)] : []),
    ...declared.flatMap((name) => exportStatements(t, name)),
  ];
}

/** The modifiers without `export` and `default`. */
function innerModifiers(node: ts.HasModifiers): ts.Modifier[] {
  return (ts.getModifiers(node) ?? []).filter(
    ({ kind }) => kind !== ts.SyntaxKind.ExportKeyword && kind !== ts.SyntaxKind.DefaultKeyword,
  );
}

function functionDeclaration(
  t: Transform,
  names: ModuleNames,
  node: ts.FunctionDeclaration,
): ts.Statement[] {
  if (!node.body) return [];
  const visited = t.visit(node, moduleFrame);
  const { factory } = t.context;
  const name = visited.name ?? factory.createIdentifier(names.defaultName);
  const statement = factory.updateFunctionDeclaration(
    visited,
    innerModifiers(node),
    visited.asteriskToken,
    name,
    undefined,
    visited.parameters,
    undefined,
    visited.body,
  );
  if (node.name || !exportModifiers(node).isDefault) return [statement];
  return [statement, t.make.exported('default', factory.createIdentifier(names.defaultName))];
}

function classDeclaration(
  t: Transform,
  names: ModuleNames,
  node: ts.ClassDeclaration,
): ts.Statement[] {
  const visited = t.visit(node, moduleFrame);
  const { factory } = t.context;
  const name = visited.name ?? factory.createIdentifier(names.defaultName);
  const statement = factory.updateClassDeclaration(
    visited,
    innerModifiers(node),
    name,
    undefined,
    visited.heritageClauses,
    visited.members,
  );
  const exported = node.name
    ? exportStatements(t, node.name.text)
    : [t.make.exported('default', factory.createIdentifier(names.defaultName))];
  return [statement, freeze(t, [name.text]), ...exported];
}

function enumDeclaration(t: Transform, node: ts.EnumDeclaration): ts.Statement[] {
  const value = enumObject(t.context.factory, node, (e) => t.expression(e, moduleFrame));
  const constant = t.make.constant(node.name.text, t.make.helper('data', [value]));
  return [t.make.mapped(constant, node), ...exportStatements(t, node.name.text)];
}
