/** Reads the steps of a test pattern off its text, so that they are listed before anything runs. */
import * as ts from 'typescript';
import { showWords } from '../../protocol/index.ts';
import type { TestCase } from '../../protocol/client-tests.ts';
import { rangeIn } from './range.ts';

/** The keys of a step, as server/testing names the steps by them. */
const kinds = ['action', 'assertion', 'render', 'settle', 'label', 'await'] as const;
type Kind = (typeof kinds)[number];

const longest = 80;

/**
 * The steps that are written out in the list of steps, up to the first one that is not: from there
 * on their numbers are known only when the test has run.
 */
export function stepsOf(path: string, text: string): TestCase[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TSX);
  const list = findList(file);
  if (!list) return [];
  const counts = new Map<Kind, number>();
  const found: TestCase[] = [];
  for (const element of list.elements) {
    const step = ts.isObjectLiteralExpression(element) ? stepOf(element) : undefined;
    if (!step) break;
    const { kind, value } = step;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const after = kind === 'assertion' ? (counts.get('action') ?? 0) : 0;
    found.push({
      id: showWords.stepName(kind, count, after),
      description: shorten(value.getText(file)),
      range: rangeIn(file, element),
    });
  }
  return found;
}

function findList(file: ts.SourceFile): ts.ArrayLiteralExpression | undefined {
  const visit = (node: ts.Node): ts.ArrayLiteralExpression | undefined => {
    if (ts.isPropertyAssignment(node) && isListName(node.name)) {
      const value = unwrap(node.initializer);
      if (ts.isArrayLiteralExpression(value)) return value;
    }
    return ts.forEachChild(node, visit);
  };
  return visit(file);
}

/** `[TESTS]`, or `tests` in older files. */
function isListName(name: ts.PropertyName): boolean {
  if (ts.isComputedPropertyName(name)) {
    return ts.isIdentifier(name.expression) && name.expression.text === 'TESTS';
  }
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === 'tests';
}

/** What stands inside parentheses, `as` and `satisfies`. */
function unwrap(node: ts.Expression): ts.Expression {
  const wrapped =
    ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
  return wrapped ? unwrap(node.expression) : node;
}

function stepOf(
  literal: ts.ObjectLiteralExpression,
): { readonly kind: Kind; readonly value: ts.Node } | undefined {
  for (const kind of kinds) {
    for (const property of literal.properties) {
      if (!property.name || !ts.isIdentifier(property.name) || property.name.text !== kind)
        continue;
      if (ts.isPropertyAssignment(property)) return { kind, value: property.initializer };
      if (ts.isShorthandPropertyAssignment(property)) return { kind, value: property.name };
    }
  }
  return undefined;
}

/** One line that tells the steps apart. */
function shorten(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  const condition = /^assert\(\(\) => (.*)\)$/.exec(line)?.[1] ?? line;
  return condition.length > longest ? `${condition.slice(0, longest)}…` : condition;
}
