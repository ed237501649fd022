/** Fixes of a forgotten `await`; only where the function around is async already. */
import * as ts from 'typescript';
import { fixWords } from '../../protocol/index.ts';
import { around, declarationOf, insert, isInAsync, unwrap, type Fix, type Scene } from './scene.ts';

/** PB1227: waits where the name that was used got its promise. */
export function awaitDeclaration({ file, node }: Scene): Fix | undefined {
  const root = rootOf(around(node, ts.isPropertyAccessExpression));
  const declaration = root && declarationOf(root.text, root);
  const made = declaration?.initializer;
  if (!made || !ts.isCallExpression(unwrap(made)) || !isInAsync(made)) return undefined;
  return { title: fixWords.awaitPromise, changes: [insert(made.getStart(file), 'await ')] };
}

/** The name that a chain of properties begins with. */
function rootOf(access: ts.Expression | undefined): ts.Identifier | undefined {
  let at = access && unwrap(access);
  while (at && (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at))) {
    at = unwrap(at.expression);
  }
  return at && ts.isIdentifier(at) ? at : undefined;
}

/** PB1279: waits where a cell of the builder's callback is given a promise, if that is one place. */
export function awaitStored({ file, node }: Scene): Fix | undefined {
  const builder = around(node, ts.isCallExpression);
  if (!builder) return undefined;
  const found: ts.Expression[] = [];
  const visit = (each: ts.Node): void => {
    const [stored] = ts.isCallExpression(each) && isWrite(each) ? each.arguments : [];
    if (stored && isAsyncCall(unwrap(stored), file)) found.push(stored);
    ts.forEachChild(each, visit);
  };
  visit(builder);
  const [stored] = found;
  if (!stored || found.length > 1 || !isInAsync(stored)) return undefined;
  return {
    title: fixWords.awaitPromise,
    changes: [insert(unwrap(stored).getStart(file), 'await ')],
  };
}

function isWrite({ expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression)) return false;
  return ['set', 'push', 'send'].includes(expression.name.text);
}

/** Whether the text plainly says that a call gives a promise. */
function isAsyncCall(call: ts.Expression, file: ts.SourceFile): boolean {
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return false;
  const { text: name } = call.expression;
  const made = declarationOf(name, call)?.initializer;
  const fun = made
    ? unwrap(made)
    : file.statements.find((each) => ts.isFunctionDeclaration(each) && each.name?.text === name);
  if (!fun || !ts.isFunctionLike(fun) || !ts.canHaveModifiers(fun)) return false;
  return ts.getModifiers(fun)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}
