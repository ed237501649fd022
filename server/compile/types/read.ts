/** Reads type nodes into shapes. */
import * as ts from 'typescript';
import { unwrap } from '../local/references.ts';
import type { Keyword, Member, Shape, TupleItem } from './shape.ts';
import { anyShape } from './shape.ts';

const keywords: Partial<Record<ts.SyntaxKind, Keyword>> = {
  [ts.SyntaxKind.StringKeyword]: 'string',
  [ts.SyntaxKind.NumberKeyword]: 'number',
  [ts.SyntaxKind.BooleanKeyword]: 'boolean',
  [ts.SyntaxKind.BigIntKeyword]: 'bigint',
  [ts.SyntaxKind.UndefinedKeyword]: 'undefined',
  [ts.SyntaxKind.VoidKeyword]: 'void',
  [ts.SyntaxKind.AnyKeyword]: 'any',
  [ts.SyntaxKind.UnknownKeyword]: 'unknown',
  [ts.SyntaxKind.NeverKeyword]: 'never',
  [ts.SyntaxKind.ObjectKeyword]: 'object',
  [ts.SyntaxKind.SymbolKeyword]: 'symbol',
};

const keyword = (name: Keyword): Shape => ({ kind: 'keyword', name });

/** The name of a type or of a value in a type query: `a.b`. */
function entityText(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${entityText(name.left)}.${name.right.text}`;
}

/** Static names of members; well-known symbols of the API by their export name. */
export function memberName(name: ts.PropertyName): string | undefined {
  if (!ts.isComputedPropertyName(name)) return name.text;
  const { expression } = name;
  if (ts.isIdentifier(expression)) return wellKnownKeys[expression.text];
  return ts.isStringLiteralLike(expression) ? expression.text : undefined;
}

const wellKnownKeys: Readonly<Record<string, string | undefined>> = {
  UI: '$UI',
  NAME: '$NAME',
  TILE_UI: '$TILE_UI',
  CHIP_UI: '$CHIP_UI',
  FS: '$FS',
  TESTS: '$TESTS',
};

function readMembers(members: ts.NodeArray<ts.TypeElement>): Shape {
  const read: Member[] = [];
  let index: Shape | undefined;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) index = readType(member.type);
    const name = member.name && memberName(member.name);
    if (name === undefined) continue;
    const optional = member.questionToken !== undefined;
    if (ts.isPropertySignature(member)) {
      read.push({ name, optional, shape: member.type ? readType(member.type) : anyShape });
    } else if (ts.isMethodSignature(member)) {
      const returns = member.type ? readType(member.type) : anyShape;
      read.push({ name, optional, shape: { kind: 'function', returns } });
    }
  }
  return index ? { kind: 'object', members: read, index } : { kind: 'object', members: read };
}

function readTupleItem(element: ts.TypeNode | ts.NamedTupleMember): TupleItem {
  if (ts.isNamedTupleMember(element)) {
    return {
      shape: readType(element.type),
      optional: element.questionToken !== undefined,
      rest: element.dotDotDotToken !== undefined,
    };
  }
  if (ts.isOptionalTypeNode(element)) {
    return { shape: readType(element.type), optional: true, rest: false };
  }
  if (ts.isRestTypeNode(element)) {
    return { shape: readType(element.type), optional: false, rest: true };
  }
  return { shape: readType(element), optional: false, rest: false };
}

function readLiteral({ literal }: ts.LiteralTypeNode): Shape {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return keyword('null');
  return readValue(literal) ?? anyShape;
}

/** Reads one type node; what it cannot tell accepts anything. */
export function readType(node: ts.TypeNode | undefined): Shape {
  if (!node) return anyShape;
  const name = keywords[node.kind];
  if (name) return keyword(name);
  if (ts.isParenthesizedTypeNode(node)) return readType(node.type);
  if (ts.isLiteralTypeNode(node)) return readLiteral(node);
  if (ts.isTemplateLiteralTypeNode(node)) return keyword('string');
  if (ts.isArrayTypeNode(node)) return { kind: 'array', item: readType(node.elementType) };
  if (ts.isTupleTypeNode(node)) return { kind: 'tuple', items: node.elements.map(readTupleItem) };
  if (ts.isTypeLiteralNode(node)) return readMembers(node.members);
  if (ts.isUnionTypeNode(node)) return { kind: 'union', parts: node.types.map(readType) };
  if (ts.isIntersectionTypeNode(node)) {
    return { kind: 'intersection', parts: node.types.map(readType) };
  }
  if (ts.isTypeReferenceNode(node)) {
    const args = node.typeArguments?.map(readType) ?? [];
    return { kind: 'name', name: entityText(node.typeName), args };
  }
  if (ts.isTypeQueryNode(node)) return { kind: 'constant', name: entityText(node.exprName) };
  if (ts.isFunctionTypeNode(node)) return { kind: 'function', returns: readType(node.type) };
  if (ts.isTypeOperatorNode(node)) {
    const of = readType(node.type);
    return node.operator === ts.SyntaxKind.KeyOfKeyword ? { kind: 'keyof', of } : of;
  }
  if (ts.isIndexedAccessTypeNode(node)) {
    return { kind: 'member', of: readType(node.objectType), key: readType(node.indexType) };
  }
  if (ts.isMappedTypeNode(node)) return readMapped(node);
  return anyShape;
}

/** `{ [K in Keys]: V }` is a record whenever V does not look at K. */
function readMapped(node: ts.MappedTypeNode): Shape {
  const keys = node.typeParameter.constraint;
  return { kind: 'name', name: 'Record', args: [readType(keys), readType(node.type)] };
}

/** The members of an interface with its bases, nearest first. */
export function readInterfaceDeclaration(node: ts.InterfaceDeclaration): Shape {
  const own = readMembers(node.members);
  const bases = (node.heritageClauses ?? []).flatMap((clause) =>
    clause.types.map(({ expression, typeArguments }): Shape => {
      if (!ts.isIdentifier(expression)) return anyShape;
      return { kind: 'name', name: expression.text, args: typeArguments?.map(readType) ?? [] };
    }),
  );
  return bases.length === 0 ? own : { kind: 'intersection', parts: [own, ...bases] };
}

/** A literal value as the type that holds just it; undefined if it is not a literal. */
export function readValue(expression: ts.Expression): Shape | undefined {
  const node = unwrap(expression);
  if (ts.isStringLiteralLike(node)) return { kind: 'literal', value: node.text };
  if (ts.isNumericLiteral(node)) return { kind: 'literal', value: Number(node.text) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'literal', value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'literal', value: false };
  if (node.kind === ts.SyntaxKind.NullKeyword) return keyword('null');
  if (ts.isIdentifier(node)) {
    return node.text === 'undefined' ? undefined : { kind: 'constant', name: node.text };
  }
  if (ts.isPrefixUnaryExpression(node)) {
    const operand = readValue(node.operand);
    if (operand?.kind !== 'literal' || typeof operand.value !== 'number') return undefined;
    const sign = node.operator === ts.SyntaxKind.MinusToken ? -1 : 1;
    return { kind: 'literal', value: sign * operand.value };
  }
  if (ts.isArrayLiteralExpression(node)) {
    const items = node.elements.map((element) => readValue(element));
    if (items.some((item) => item === undefined)) return undefined;
    return {
      kind: 'tuple',
      items: items.map((shape) => ({ shape: shape ?? anyShape, optional: false, rest: false })),
    };
  }
  return ts.isObjectLiteralExpression(node) ? readObjectValue(node) : undefined;
}

function readObjectValue(node: ts.ObjectLiteralExpression): Shape | undefined {
  const members: Member[] = [];
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const name = memberName(property.name);
    const shape = readValue(property.initializer);
    if (name === undefined || !shape) return undefined;
    members.push({ name, optional: false, shape });
  }
  return { kind: 'object', members };
}
