/** Which declaration a name means. Types have no part in it. */
import * as ts from 'typescript';
import { remembered } from './remembered.ts';

export type BindingKind =
  'import' | 'const' | 'let' | 'var' | 'function' | 'class' | 'parameter' | 'enum';

/** A declared value name. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly identifier: ts.Identifier;
  /** What a `const`, `let` or `var` without destructuring starts as. */
  readonly initializer: ts.Expression | undefined;
  /** The declaration: a function, class, parameter, import specifier … */
  readonly declaration: ts.Node;
  /** Declared in the module scope itself. */
  readonly top: boolean;
}

export interface Scopes {
  /** The declaration that a reference means; undefined for globals. */
  readonly lookup: (reference: ts.Identifier) => Binding | undefined;
  readonly top: ReadonlyMap<string, Binding>;
  /** Second declarations of a name that allows only one. */
  readonly conflicts: readonly Binding[];
}

function isBlockScope(node: ts.Node): boolean {
  return (
    ts.isSourceFile(node) ||
    ts.isBlock(node) ||
    ts.isCaseBlock(node) ||
    ts.isForStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isCatchClause(node) ||
    ts.isModuleBlock(node) ||
    ts.isFunctionLike(node)
  );
}

function scopeOf(node: ts.Node, accepts: (node: ts.Node) => boolean): ts.Node {
  let scope = node.parent;
  while (!accepts(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  return scope;
}

/** The keyword of a declaration list; `catch` variables are like `let`. */
export function variableKind(list: ts.Node): 'const' | 'let' | 'var' {
  if (!ts.isVariableDeclarationList(list)) return 'let';
  if (list.flags & ts.NodeFlags.Let) return 'let';
  return list.flags & ts.NodeFlags.BlockScoped ? 'const' : 'var';
}

const redeclarable: ReadonlySet<BindingKind> = new Set(['var', 'parameter']);

/** Finds every value declaration of a file. */
export function bindScopes(file: ts.SourceFile): Scopes {
  const scopes = new Map<ts.Node, Map<string, Binding>>();
  const conflicts: Binding[] = [];

  const declare = (
    scope: ts.Node,
    identifier: ts.Identifier,
    kind: BindingKind,
    declaration: ts.Node,
    initializer?: ts.Expression,
  ): void => {
    const names = scopes.get(scope) ?? new Map<string, Binding>();
    scopes.set(scope, names);
    const name = identifier.text;
    const top = scope === file;
    const binding = { name, kind, identifier, initializer, declaration, top };
    const earlier = names.get(name);
    if (earlier && !(redeclarable.has(earlier.kind) && redeclarable.has(kind))) {
      conflicts.push(binding);
    }
    names.set(name, binding);
  };

  const declarePattern = (
    scope: ts.Node,
    name: ts.BindingName,
    kind: BindingKind,
    declaration: ts.Node,
    initializer?: ts.Expression,
  ): void => {
    if (ts.isIdentifier(name)) {
      declare(scope, name, kind, declaration, initializer);
      return;
    }
    for (const element of name.elements) {
      if (ts.isBindingElement(element)) declarePattern(scope, element.name, kind, declaration);
    }
  };

  const declareNode = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      if (isAmbient(node.parent.parent)) return;
      const kind = variableKind(node.parent);
      const scope = scopeOf(node, kind === 'var' ? ts.isFunctionLike : isBlockScope);
      declarePattern(scope, node.name, kind, node, node.initializer);
    } else if (ts.isParameter(node)) {
      declarePattern(node.parent, node.name, 'parameter', node);
    } else if (ts.isFunctionDeclaration(node)) {
      if (node.name && node.body) {
        declare(scopeOf(node, isBlockScope), node.name, 'function', node);
      }
    } else if (ts.isClassDeclaration(node)) {
      if (node.name && !isAmbient(node)) {
        declare(scopeOf(node, isBlockScope), node.name, 'class', node);
      }
    } else if (ts.isFunctionExpression(node) || ts.isClassExpression(node)) {
      if (node.name) declareOwnName(node, node.name);
    } else if (ts.isEnumDeclaration(node)) {
      if (!isAmbient(node)) declare(scopeOf(node, isBlockScope), node.name, 'enum', node);
    } else if (
      (ts.isImportClause(node) || ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) &&
      node.name
    ) {
      declare(file, node.name, 'import', node);
    }
  };

  /** A named function or class expression sees its own name; it is no conflict for anything. */
  const declareOwnName = (
    node: ts.FunctionExpression | ts.ClassExpression,
    name: ts.Identifier,
  ) => {
    const names = scopes.get(node) ?? new Map<string, Binding>();
    scopes.set(node, names);
    const kind = ts.isFunctionExpression(node) ? 'function' : 'class';
    const binding = { kind, identifier: name, initializer: undefined, declaration: node } as const;
    if (!names.has(name.text)) names.set(name.text, { ...binding, name: name.text, top: false });
  };

  const walk = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    node.forEachChild(walk);
    declareNode(node);
  };
  walk(file);

  const find = (reference: ts.Identifier): Binding | undefined => {
    for (let node: ts.Node = reference; ; node = node.parent) {
      const binding = scopes.get(node)?.get(reference.text);
      if (binding) return binding;
      if (ts.isSourceFile(node)) return undefined;
    }
  };

  return {
    // Every step of the compiler asks about the same names.
    lookup: remembered(find),
    top: scopes.get(file) ?? new Map(),
    conflicts,
  };
}

/** Whether a statement is `declare …`, which leaves nothing to run. */
export function isAmbient(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true
  );
}
