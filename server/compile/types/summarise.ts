/** The types that a file declares, imports and exports. */
import * as ts from 'typescript';
import { specifierOf } from '../local/api.ts';
import { exportModifiers } from '../local/imports.ts';
import { memberName, readInterfaceDeclaration, readType, readValue } from './read.ts';
import type { Member, Shape, TypeDeclaration, TypeImport, TypeSummary } from './shape.ts';

function parametersOf(
  parameters: ts.NodeArray<ts.TypeParameterDeclaration> | undefined,
): TypeDeclaration['parameters'] {
  return (parameters ?? []).map((parameter) => {
    const fallback = parameter.default ?? parameter.constraint;
    return { name: parameter.name.text, fallback: fallback && readType(fallback) };
  });
}

function classShape(node: ts.ClassDeclaration): Shape {
  const members = node.members.flatMap((member): Member[] => {
    if (!ts.isPropertyDeclaration(member)) return [];
    const name = memberName(member.name);
    if (name === undefined) return [];
    return [{ name, optional: !!member.questionToken, shape: readType(member.type) }];
  });
  return { kind: 'object', members };
}

function enumShape(node: ts.EnumDeclaration): Shape {
  let next = 0;
  const parts = node.members.map(({ initializer }): Shape => {
    const shape = initializer ? readValue(initializer) : undefined;
    const value = shape ?? { kind: 'literal', value: next };
    if (value.kind === 'literal' && typeof value.value === 'number') next = value.value + 1;
    return value;
  });
  return { kind: 'union', parts };
}

function declarationOf(node: ts.Node): TypeDeclaration | undefined {
  if (ts.isInterfaceDeclaration(node)) {
    const shape = readInterfaceDeclaration(node);
    return { parameters: parametersOf(node.typeParameters), shape };
  }
  if (ts.isTypeAliasDeclaration(node)) {
    return { parameters: parametersOf(node.typeParameters), shape: readType(node.type) };
  }
  if (ts.isClassDeclaration(node)) return { parameters: [], shape: classShape(node) };
  return ts.isEnumDeclaration(node) ? { parameters: [], shape: enumShape(node) } : undefined;
}

function nameOf(node: ts.Node): string | undefined {
  const { name } = node as ts.NamedDeclaration;
  return name && ts.isIdentifier(name) ? name.text : undefined;
}

/** Interfaces of one name are merged; a second alias is an error of the author's. */
function merge(earlier: TypeDeclaration | undefined, added: TypeDeclaration): TypeDeclaration {
  if (!earlier) return added;
  return { ...earlier, shape: { kind: 'intersection', parts: [earlier.shape, added.shape] } };
}

/** Reads the types of a file, wherever in it they are declared. */
export function summariseTypes(file: ts.SourceFile): TypeSummary {
  const declared = new Map<string, TypeDeclaration>();
  const imported = new Map<string, TypeImport>();
  const exported = new Map<string, string>();
  const reExported = new Map<string, TypeImport>();
  const stars: string[] = [];

  const importNames = (node: ts.ImportDeclaration): void => {
    const specifier = specifierOf(node);
    const clause = node.importClause;
    if (clause?.name) imported.set(clause.name.text, { specifier, name: 'default' });
    const bindings = clause?.namedBindings;
    if (!bindings) return;
    if (ts.isNamespaceImport(bindings)) imported.set(bindings.name.text, { specifier, name: '*' });
    else {
      for (const { name, propertyName } of bindings.elements) {
        imported.set(name.text, { specifier, name: (propertyName ?? name).text });
      }
    }
  };

  const exportNames = (node: ts.ExportDeclaration): void => {
    const specifier = node.moduleSpecifier ? specifierOf(node) : undefined;
    const clause = node.exportClause;
    if (!clause && specifier !== undefined) stars.push(specifier);
    if (!clause || ts.isNamespaceExport(clause)) return;
    for (const element of clause.elements) {
      const local = (element.propertyName ?? element.name).text;
      if (specifier === undefined) exported.set(element.name.text, local);
      else reExported.set(element.name.text, { specifier, name: local });
    }
  };

  const walk = (node: ts.Node): void => {
    const declaration = declarationOf(node);
    const name = nameOf(node);
    if (declaration && name !== undefined) {
      declared.set(name, merge(declared.get(name), declaration));
      const { exported: isExported, isDefault } = exportModifiers(node);
      if (isExported) exported.set(isDefault ? 'default' : name, name);
    }
    if (ts.isImportDeclaration(node)) importNames(node);
    else if (ts.isExportDeclaration(node)) exportNames(node);
    else if (ts.isVariableStatement(node) && exportModifiers(node).exported) {
      for (const { name: variable } of node.declarationList.declarations) {
        if (ts.isIdentifier(variable)) exported.set(variable.text, variable.text);
      }
    }
    node.forEachChild(walk);
  };
  walk(file);
  return { declared, imported, exported, reExported, stars };
}
