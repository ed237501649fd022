/** Names that compiled code adds to the module scope. */
import * as ts from 'typescript';
import { importSource, specifierOf } from '../local/api.ts';
import type { Binding } from '../local/scopes.ts';
import type { AnalysedFile } from './context.ts';

/** Names that compiled code adds to the module scope, none of them authored. */
export interface ModuleNames {
  /** The constant that holds the namespace of an import or re-export statement. */
  readonly namespaceOf: (statement: ts.Node) => ts.Identifier;
  readonly imported: (binding: Binding) => ts.Expression;
  readonly defaultName: string;
}

/** Chooses the names, once for each file. */
export function chooseNames(analysed: AnalysedFile, factory: ts.NodeFactory): ModuleNames {
  const taken = new Set<string>();
  const collect = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) taken.add(node.text);
    node.forEachChild(collect);
  };
  collect(analysed.file);
  const fresh = (base: string): string => {
    for (let n = 1; ; n += 1) {
      const name = `${base}_${n}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  const defaultName = fresh('default');
  const names = new Map<ts.Node, string>();
  const namespaceOf = (statement: ts.Node): ts.Identifier => {
    const known = names.get(statement);
    if (known !== undefined) return factory.createIdentifier(known);
    const name = fresh(baseName(specifierOf(statement as ts.ImportDeclaration)));
    names.set(statement, name);
    return factory.createIdentifier(name);
  };
  const imported = (binding: Binding): ts.Expression => {
    const source = importSource(binding);
    const namespace = namespaceOf(importStatement(binding.declaration));
    return source === undefined || source.name === '*'
      ? namespace
      : factory.createPropertyAccessExpression(namespace, source.name);
  };
  return { namespaceOf, imported, defaultName };
}

function baseName(specifier: string): string {
  const last =
    specifier
      .split('/')
      .filter((part) => /[A-Za-z]/.test(part))
      .at(-1) ?? 'module';
  const name = last.replace(/\.\w+$/, '').replace(/[^A-Za-z0-9]+/g, '_');
  return /^[A-Za-z]/.test(name) ? name : `m${name}`;
}

/** The statement that declares an import binding. */
export function importStatement(node: ts.Node): ts.Node {
  let statement = node;
  while (!ts.isImportDeclaration(statement)) statement = statement.parent;
  return statement;
}
