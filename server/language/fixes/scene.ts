/** What stands at a place of a text, for fixes that look at the syntax before they change it. */
import * as ts from 'typescript';

export interface Scene {
  readonly file: ts.SourceFile;
  /** The innermost node at the place of the finding. */
  readonly node: ts.Node;
  /** What the finding itself would put there. */
  readonly replacement?: string;
}

/** A change of the text; offsets count UTF-16 units, end exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly changes: readonly TextChange[];
}

/** Reads the text and finds the node at an offset. */
export function sceneAt(path: string, text: string, offset: number): Scene {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  let node: ts.Node = file;
  for (;;) {
    const inner = childAt(node, file, offset);
    if (inner === undefined) return { file, node };
    node = inner;
  }
}

function childAt(node: ts.Node, file: ts.SourceFile, offset: number): ts.Node | undefined {
  return node
    .getChildren(file)
    .find((child) => child.getStart(file) <= offset && offset < child.getEnd());
}

export function insert(at: number, text: string): TextChange {
  return { start: at, end: at, text };
}

/** The nearest node around, the node itself included, that `is` accepts, inside one function. */
export function around<T extends ts.Node>(
  node: ts.Node,
  is: (each: ts.Node) => each is T,
): T | undefined {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (is(at)) return at;
    if (ts.isFunctionLike(at)) return undefined;
  }
  return undefined;
}

/** What stands inside parentheses, `as`, `satisfies` and `!`. */
export function unwrap(node: ts.Expression): ts.Expression {
  const wrapped =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node);
  return wrapped ? unwrap(node.expression) : node;
}

/** Whether the function that directly contains the node is `async`. */
export function isInAsync(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isFunctionLike(at)) continue;
    const modifiers = ts.canHaveModifiers(at) ? ts.getModifiers(at) : undefined;
    return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  }
  return false;
}

/** The declaration of a variable, searched outwards from a place; undefined if it is no variable. */
export function declarationOf(name: string, from: ts.Node): ts.VariableDeclaration | undefined {
  for (let at: ts.Node | undefined = from; at !== undefined; at = parentOf(at)) {
    const found = declaredIn(at).find(
      (each) => ts.isIdentifier(each.name) && each.name.text === name,
    );
    if (found) return found;
  }
  return undefined;
}

function parentOf(node: ts.Node): ts.Node | undefined {
  return ts.isSourceFile(node) ? undefined : node.parent;
}

function declaredIn(node: ts.Node): readonly ts.VariableDeclaration[] {
  if (ts.isForStatement(node) && node.initializer) {
    return ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations : [];
  }
  const isScope = ts.isBlock(node) || ts.isSourceFile(node) || ts.isModuleBlock(node);
  const statements = isScope || ts.isCaseOrDefaultClause(node) ? node.statements : [];
  return statements.flatMap((each) =>
    ts.isVariableStatement(each) ? [...each.declarationList.declarations] : [],
  );
}
