/**
 * Text that a locked-down realm refuses wherever it stands: comment marks of HTML, and what looks
 * like a dynamic import or a direct eval. Literals are spelt differently, with the same value.
 */
import * as ts from 'typescript';

const refused = /<!--|-->|\bimport(?=\s*(?:\(|\/[/*]))|\beval(?=\s*\()/g;

/** The first refused sequence of a text, as SES looks for it. */
export function refusedText(code: string): string | undefined {
  const found = /<!--|-->|(?:^|[^.]|\.\.\.)\bimport\s*(?:\(|\/[/*])|(?:^|[^.])\beval\s*\(/.exec(
    code,
  );
  return found?.[0];
}

const spelling: Readonly<Record<string, string>> = {
  '<!--': '\\x3c!--',
  '-->': '--\\x3e',
  import: 'im\\x70ort',
  eval: 'ev\\x61l',
};

function respell(raw: string): string {
  return raw.replace(refused, (found) => spelling[found] ?? found);
}

function isRefused(text: string): boolean {
  refused.lastIndex = 0;
  return refused.test(text);
}

/** A cooked text as the raw text of a template literal. */
function asRaw(cooked: string): string {
  return cooked
    .replace(/[\\`]|\$\{/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
    .replace(/\0/g, '\\x00');
}

/** Re-spells the literals of the emitted tree. Runs last, when JSX text is literals too. */
export function escapeRefusedText(
  context: ts.TransformationContext,
): (file: ts.SourceFile) => ts.SourceFile {
  const { factory } = context;
  const template = (text: string): ts.NoSubstitutionTemplateLiteral =>
    factory.createNoSubstitutionTemplateLiteral(text, respell(asRaw(text)));
  const part = <T extends ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail>(
    node: T,
    create: (text: string, raw: string) => T,
  ): T =>
    isRefused(node.text)
      ? ts.setTextRange(create(node.text, respell(asRaw(node.text))), node)
      : node;

  const name = (node: ts.PropertyName): ts.PropertyName => {
    if (ts.isIdentifier(node) && (node.text === 'eval' || node.text === 'import')) {
      return factory.createComputedPropertyName(template(`${node.text}(`.slice(0, -1)));
    }
    return ts.isStringLiteral(node) && (isRefused(node.text) || node.text === 'eval')
      ? factory.createComputedPropertyName(template(node.text))
      : node;
  };

  const visit = (node: ts.Node): ts.Node => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) {
      const value = ts.visitNode(node.initializer, visit) as ts.Expression;
      return factory.updatePropertyAssignment(node, name(node.name), value);
    }
    if (ts.isMethodDeclaration(node)) {
      const visited = ts.visitEachChild(node, visit, context);
      return factory.updateMethodDeclaration(
        visited,
        visited.modifiers,
        visited.asteriskToken,
        name(visited.name),
        undefined,
        undefined,
        visited.parameters,
        undefined,
        visited.body,
      );
    }
    if (ts.isStringLiteral(node)) {
      return isRefused(node.text) ? ts.setTextRange(template(node.text), node) : node;
    }
    if (ts.isNoSubstitutionTemplateLiteral(node)) {
      return isRefused(node.text) ? ts.setTextRange(template(node.text), node) : node;
    }
    if (ts.isTemplateHead(node))
      return part(node, (text, raw) => factory.createTemplateHead(text, raw));
    if (ts.isTemplateMiddle(node))
      return part(node, (text, raw) => factory.createTemplateMiddle(text, raw));
    if (ts.isTemplateTail(node))
      return part(node, (text, raw) => factory.createTemplateTail(text, raw));
    if (ts.isRegularExpressionLiteral(node) && isRefused(node.text)) {
      return ts.setTextRange(factory.createRegularExpressionLiteral(respell(node.text)), node);
    }
    return ts.visitEachChild(node, visit, context);
  };
  return (file) => ts.visitEachChild(file, visit, context);
}

/** Re-spells the refused sequences of a text that stands inside a string literal. */
export function escapeText(literal: string): string {
  return respell(literal);
}
