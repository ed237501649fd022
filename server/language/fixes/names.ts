/** Fixes of names: how they are declared, imported, or called here. */
import * as ts from 'typescript';
import { builderModules, fixWords } from '../../protocol/index.ts';
import { around, declarationOf, insert, type Fix, type Scene } from './scene.ts';
import { isAssignment } from './values.ts';

/** PB1213: the declaration of a constant that is assigned becomes `let`; not in the module's scope. */
export function declareWithLet({ file, node }: Scene): Fix | undefined {
  const name = assignedName(node);
  const declaration = name === undefined ? undefined : declarationOf(name, node);
  const list = declaration?.parent;
  if (name === undefined || !list || !ts.isVariableDeclarationList(list)) return undefined;
  const isConst = list.getFirstToken(file)?.kind === ts.SyntaxKind.ConstKeyword;
  const isState = ts.isVariableStatement(list.parent) && ts.isSourceFile(list.parent.parent);
  if (!isConst || isState) return undefined;
  const start = list.getStart(file);
  const change = { start, end: start + 'const'.length, text: 'let' };
  return { title: fixWords.declareWithLet(name), changes: [change] };
}

function assignedName(node: ts.Node): string | undefined {
  const assignment = around(
    node,
    (each): each is ts.BinaryExpression => ts.isBinaryExpression(each) && isAssignment(each),
  );
  const counted = around(
    node,
    (each): each is ts.PrefixUnaryExpression | ts.PostfixUnaryExpression =>
      ts.isPrefixUnaryExpression(each) || ts.isPostfixUnaryExpression(each),
  );
  const target = counted?.operand ?? assignment?.left;
  return target && ts.isIdentifier(target) ? target.text : undefined;
}

/** PB1118 and PB1224: the builder is imported from where it comes from. */
export function importBuilder({ file, node }: Scene): Fix | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const name = node.text;
  const module = builderModules.get(name);
  if (module === undefined) return undefined;
  const title = fixWords.importName(name, module);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const bindings = imports
    .filter(
      ({ moduleSpecifier: from, importClause }) =>
        ts.isStringLiteral(from) &&
        from.text === module &&
        importClause?.phaseModifier === undefined,
    )
    .map(({ importClause }) => importClause?.namedBindings)
    .find((each) => each !== undefined && ts.isNamedImports(each));
  const last = bindings && ts.isNamedImports(bindings) ? bindings.elements.at(-1) : undefined;
  if (last) return { title, changes: [insert(last.getEnd(), `, ${name}`)] };
  const top = imports[0]?.getStart(file) ?? 0;
  return { title, changes: [insert(top, `import { ${name} } from '${module}';\n`)] };
}

/** PB1014 and PB1018: an imported name is spelt as it is exported, wherever the file uses it. */
export function renameImport({ file, node, replacement }: Scene): Fix | undefined {
  const specifier = node.parent;
  if (!ts.isIdentifier(node) || !ts.isImportSpecifier(specifier) || !replacement) return undefined;
  const change = (each: ts.Node) => ({
    start: each.getStart(file),
    end: each.getEnd(),
    text: replacement,
  });
  const title = fixWords.replaceWith(replacement);
  // With a name of its own in this file, the uses stay what they are.
  if (specifier.propertyName) return { title, changes: [change(specifier.propertyName)] };
  const uses: ts.Identifier[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isIdentifier(each) && each.text === node.text) uses.push(each);
    ts.forEachChild(each, visit);
  };
  visit(file);
  const clear = uses.every((each) => each === node || isPlainUse(each));
  return { title, changes: clear ? uses.map(change) : [change(node)] };
}

/** A use that stays the same with another name. */
function isPlainUse({ parent }: ts.Identifier): boolean {
  return (
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isExpressionWithTypeArguments(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isComputedPropertyName(parent) ||
    ts.isTaggedTemplateExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isExpressionStatement(parent) ||
    ts.isTemplateSpan(parent)
  );
}

/** PB1032: `UI` becomes `[UI]`, and is imported. */
export function writeKey({ file, node }: Scene): Fix | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const bracketed = { start: node.getStart(file), end: node.getEnd(), text: `[${node.text}]` };
  const isImported = file.statements
    .filter(ts.isImportDeclaration)
    .some(({ importClause }) => namesOf(importClause).includes(node.text));
  const imported = isImported ? undefined : importBuilder({ file, node });
  return {
    title: fixWords.replaceWith(bracketed.text),
    changes: [...(imported?.changes ?? []), bracketed],
  };
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map(({ name }) => name.text);
}

/** What a missing global is called in the sandbox, where it is only called differently. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['global', 'globalThis'],
  ['queueMicrotask', 'Promise.resolve().then'],
]);

/** PB1117: a global that has another name. */
export function renameGlobal({ file, node }: Scene): Fix | undefined {
  const text = ts.isIdentifier(node) ? otherNames.get(node.text) : undefined;
  if (text === undefined) return undefined;
  const change = { start: node.getStart(file), end: node.getEnd(), text };
  return { title: fixWords.replaceWith(text), changes: [change] };
}
