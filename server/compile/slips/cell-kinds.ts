/** Which names plainly stand for cells, as far as one file tells. */
import * as ts from 'typescript';
import { unwrap } from '../local/references.ts';
import type { Binding } from '../local/scopes.ts';
import { builderOfCallback, isCallback, isPatternBuilder, madeBy, membersOf } from './context.ts';
import type { SlipContext } from './context.ts';

/** A cell whose value is a simple one, named by its type, or any other cell. */
export type CellKind = 'number' | 'text' | 'boolean' | 'cell';

const cellTypes: ReadonlySet<string> = new Set(['Writable', 'Cell']);

/** What kind of cell a reference stands for; undefined where that is not plain. */
export function cellKind(reference: ts.Identifier, context: SlipContext): CellKind | undefined {
  const binding = context.scopes.lookup(reference);
  if (!binding) return undefined;
  const made = madeBy(binding, context);
  if (made) return cellTypes.has(made.builder) ? madeKind(made.call) : undefined;
  return binding.kind === 'parameter' ? declaredKind(binding, context) : undefined;
}

function madeKind({
  arguments: given,
  typeArguments,
}: ts.CallExpression | ts.NewExpression): CellKind {
  const [type] = typeArguments ?? [];
  const [value] = given ?? [];
  if (type) return simpleType(type) ?? 'cell';
  return (value && simpleValue(unwrap(value))) ?? 'cell';
}

function simpleValue(value: ts.Expression): CellKind | undefined {
  if (ts.isStringLiteralLike(value)) return 'text';
  if (ts.isNumericLiteral(value)) return 'number';
  const { kind } = value;
  const isTruth = kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword;
  return isTruth ? 'boolean' : undefined;
}

/** `number`, also beside a default: `number | Default<0>`. */
function simpleType(type: ts.TypeNode): CellKind | undefined {
  if (ts.isParenthesizedTypeNode(type)) return simpleType(type.type);
  if (ts.isUnionTypeNode(type)) {
    const kinds = new Set(type.types.filter((each) => !isDefault(each)).map(simpleType));
    return kinds.size === 1 ? [...kinds][0] : undefined;
  }
  if (type.kind === ts.SyntaxKind.NumberKeyword) return 'number';
  if (type.kind === ts.SyntaxKind.StringKeyword) return 'text';
  return type.kind === ts.SyntaxKind.BooleanKeyword ? 'boolean' : undefined;
}

const isNamed = (type: ts.TypeNode, names: ReadonlySet<string>): type is ts.TypeReferenceNode =>
  ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && names.has(type.typeName.text);

const defaultName: ReadonlySet<string> = new Set(['Default']);
const isDefault = (type: ts.TypeNode): boolean => isNamed(type, defaultName);

/** A destructured input of a pattern, or state of a handler, whose type says that it is a cell. */
function declaredKind({ identifier }: Binding, context: SlipContext): CellKind | undefined {
  const element = identifier.parent;
  if (!ts.isBindingElement(element) || element.dotDotDotToken || element.initializer)
    return undefined;
  const parameter = element.parent.parent;
  if (!ts.isParameter(parameter) || !isCallback(parameter.parent)) return undefined;
  const found = builderOfCallback(parameter.parent, context);
  if (!found) return undefined;
  const at = parameter.parent.parameters.indexOf(parameter);
  const wanted = found.builder === 'handler' ? 1 : isPatternBuilder(found.builder) ? 0 : -1;
  if (at !== wanted) return undefined;
  const type = found.call.typeArguments?.[at] ?? parameter.type;
  const key = element.propertyName ?? element.name;
  if (!ts.isIdentifier(key)) return undefined;
  const member = membersOf(type, context)?.find(
    ({ name }) => ts.isIdentifier(name) && name.text === key.text,
  );
  const declared = member?.type;
  if (!declared || !isNamed(declared, cellTypes)) return undefined;
  const [held] = declared.typeArguments ?? [];
  return (held && simpleType(held)) ?? 'cell';
}
