/** Imports and exports of one file, read from its text alone. */
import * as ts from 'typescript';
import type { Base1Position } from '../../protocol/index.ts';
import { importSource, specifierOf } from './api.ts';
import { forEachReference } from './references.ts';
import { positionAt } from './places.ts';
import type { Binding, Scopes } from './scopes.ts';

export interface Range {
  readonly start: Base1Position;
  readonly end: Base1Position;
}

/** One name that an import asks for. */
export interface ImportedName {
  readonly name: string;
  readonly range: Range;
}

/** One import or re-export statement. */
export interface ImportRequest {
  readonly specifier: string;
  readonly range: Range;
  /** False when nothing of it is left in the compiled code. */
  readonly value: boolean;
  readonly names: readonly ImportedName[];
  /** Names of which nothing is left: types, and what nothing uses. */
  readonly erased: readonly ImportedName[];
}

/** `export { name as exported } from "specifier"`, or `export * from "specifier"`. */
export interface ReExport {
  readonly specifier: string;
  readonly exported: string;
  /** `*` for a whole namespace. */
  readonly name: string;
}

export interface ModuleInterface {
  readonly requests: readonly ImportRequest[];
  /** Import bindings that the compiled code needs. */
  readonly used: ReadonlySet<Binding>;
  /** Exported name → local name, `export default <expression>` as `default` → undefined. */
  readonly exports: ReadonlyMap<string, string | undefined>;
  readonly reExports: readonly ReExport[];
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
}

export function rangeOfNode(file: ts.SourceFile, node: ts.Node): Range {
  return { start: positionAt(file, node.getStart(file)), end: positionAt(file, node.end) };
}

/** Whether a statement carries `export`, and whether it is the default export. */
export function exportModifiers(node: ts.Node): { exported: boolean; isDefault: boolean } {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  const has = (kind: ts.SyntaxKind): boolean => modifiers?.some((m) => m.kind === kind) === true;
  return {
    exported: has(ts.SyntaxKind.ExportKeyword),
    isDefault: has(ts.SyntaxKind.DefaultKeyword),
  };
}

/** The names that a binding pattern declares. */
export function namesOf(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((e) => (ts.isBindingElement(e) ? namesOf(e.name) : []));
}

function usedImports(file: ts.SourceFile, scopes: Scopes): Set<Binding> {
  const used = new Set<Binding>();
  forEachReference(file, (reference) => {
    const binding = scopes.lookup(reference);
    if (binding?.kind === 'import' && !isTypeImport(binding)) used.add(binding);
  });
  return used;
}

function isTypeImport({ declaration }: Binding): boolean {
  return (
    (ts.isImportSpecifier(declaration) || ts.isImportClause(declaration)) &&
    ts.isTypeOnlyImportOrExportDeclaration(declaration)
  );
}

function importRequest(
  file: ts.SourceFile,
  node: ts.ImportDeclaration,
  used: ReadonlySet<Binding>,
): ImportRequest {
  const specifier = specifierOf(node);
  const clause = node.importClause;
  const mine = [...used].filter(
    ({ declaration }) => declaration.pos >= node.pos && declaration.end <= node.end,
  );
  const names = mine.flatMap((binding) => {
    const name = importSource(binding)?.name;
    if (name === undefined || name === '*') return [];
    return [{ name, range: rangeOfNode(file, binding.identifier) }];
  });
  const value = clause === undefined || mine.length > 0;
  const erased = specifiersOf(clause)
    .filter((element) => !mine.some(({ declaration }) => declaration === element))
    .map((element) => importedName(file, element));
  return { specifier, range: rangeOfNode(file, node.moduleSpecifier), value, names, erased };
}

function specifiersOf(clause: ts.ImportClause | undefined): readonly ts.ImportSpecifier[] {
  const bindings = clause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
}

function importedName(
  file: ts.SourceFile,
  element: ts.ImportSpecifier | ts.ExportSpecifier,
): ImportedName {
  const name = element.propertyName ?? element.name;
  return { name: name.text, range: rangeOfNode(file, name) };
}

function exportRequest(file: ts.SourceFile, node: ts.ExportDeclaration): ImportRequest | undefined {
  if (!node.moduleSpecifier) return undefined;
  const clause = node.exportClause;
  const elements = clause && ts.isNamedExports(clause) ? clause.elements : [];
  const names = elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => importedName(file, element));
  const value = !node.isTypeOnly && (names.length > 0 || elements.length === 0);
  const range = rangeOfNode(file, node.moduleSpecifier);
  return { specifier: specifierOf(node), range, value, names: value ? names : [], erased: [] };
}

/** Reads every import and export statement of a file. */
export function readInterface(file: ts.SourceFile, scopes: Scopes): ModuleInterface {
  const used = usedImports(file, scopes);
  const requests: ImportRequest[] = [];
  const exports = new Map<string, string | undefined>();
  const reExports: ReExport[] = [];
  const stars: string[] = [];

  const exportDeclaration = (node: ts.ExportDeclaration): void => {
    const request = exportRequest(file, node);
    if (request) requests.push(request);
    const specifier = request?.specifier;
    const clause = node.exportClause;
    if (!clause) {
      if (specifier !== undefined && !node.isTypeOnly) stars.push(specifier);
    } else if (ts.isNamespaceExport(clause)) {
      reExports.push({ specifier: specifier ?? '', exported: clause.name.text, name: '*' });
    } else if (!node.isTypeOnly) {
      for (const element of clause.elements) {
        const local = (element.propertyName ?? element.name).text;
        if (element.isTypeOnly) continue;
        if (specifier === undefined) {
          exportLocal(element.name.text, local);
        } else reExports.push({ specifier, exported: element.name.text, name: local });
      }
    }
  };

  const exportLocal = (exported: string, local: string): void => {
    const binding = scopes.top.get(local);
    if (!binding || (binding.kind === 'import' && isTypeImport(binding))) return;
    if (binding.kind === 'import') used.add(binding);
    exports.set(exported, local);
  };

  for (const node of file.statements) {
    if (ts.isExportDeclaration(node)) exportDeclaration(node);
    else if (ts.isExportAssignment(node) && !node.isExportEquals) {
      const local = ts.isIdentifier(node.expression) ? node.expression.text : undefined;
      const known = local !== undefined && scopes.top.has(local);
      if (known) exportLocal('default', local);
      else exports.set('default', undefined);
    } else {
      const { exported, isDefault } = exportModifiers(node);
      if (!exported) continue;
      for (const name of declaredNames(node)) {
        if (isDefault) exports.set('default', name);
        else if (scopes.top.has(name)) exportLocal(name, name);
      }
      const runs = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
      if (isDefault && runs && !exports.has('default')) exports.set('default', undefined);
    }
  }
  for (const node of file.statements) {
    if (ts.isImportDeclaration(node)) requests.push(importRequest(file, node, used));
  }
  return { requests, used, exports, reExports, stars };
}

function declaredNames(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) => namesOf(name));
  }
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
    return node.name ? [node.name.text] : [];
  }
  return ts.isEnumDeclaration(node) ? [node.name.text] : [];
}
