/** For untyped callbacks: which parameters are used as cells. */
import * as ts from 'typescript';
import { forEachReference } from '../local/references.ts';
import type { Scopes } from '../local/scopes.ts';

/** Methods that only a cell has; `push` and `key` are not among them. */
const cellOnly: ReadonlySet<string> = new Set([
  'get',
  'set',
  'update',
  'send',
  'remove',
  'removeAll',
  'removeByValue',
  'addUnique',
  'increment',
  'elementById',
  'resolveAsCell',
  'sample',
]);

function isCellCall(reference: ts.Identifier): boolean {
  const access = reference.parent;
  return (
    ts.isPropertyAccessExpression(access) &&
    access.expression === reference &&
    cellOnly.has(access.name.text) &&
    ts.isCallExpression(access.parent) &&
    access.parent.expression === access
  );
}

/** `true` if the whole first parameter is used as a cell, else the destructured names that are. */
export function cellUse(
  callback: ts.FunctionLikeDeclaration,
  scopes: Scopes,
): true | readonly string[] | undefined {
  const parameter = callback.parameters[0];
  if (!parameter || !callback.body) return undefined;
  const used = new Set<ts.Identifier>();
  forEachReference(callback.body, (reference) => {
    const binding = isCellCall(reference) ? scopes.lookup(reference) : undefined;
    if (binding) used.add(binding.identifier);
  });
  if (ts.isIdentifier(parameter.name)) return used.has(parameter.name) ? true : undefined;
  if (!ts.isObjectBindingPattern(parameter.name)) return undefined;
  const names = parameter.name.elements.flatMap(({ name, propertyName }) => {
    if (!ts.isIdentifier(name) || !used.has(name)) return [];
    return propertyName && ts.isIdentifier(propertyName) ? [propertyName.text] : [name.text];
  });
  return names.length > 0 ? names : undefined;
}
