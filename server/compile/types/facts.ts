/** Which type nodes say what about each builder call. */
import * as ts from 'typescript';
import type { Base1Position } from '../../protocol/index.ts';
import type { ApiCalls, CallLike } from '../local/api.ts';
import { callbackOf } from '../local/callbacks.ts';
import type { Callback } from '../local/callbacks.ts';
import { initialisedName } from '../local/names.ts';
import type { Scopes } from '../local/scopes.ts';
import { cellUse } from './cell-use.ts';
import { memberName, readType, readValue } from './read.ts';
import type { Member, Shape } from './shape.ts';

/** A call fact with its types unresolved. */
export interface LocalFact {
  readonly builder: string;
  readonly name: string | undefined;
  readonly position: Base1Position;
  readonly argument: Shape | undefined;
  readonly event: Shape | undefined;
  readonly result: Shape | undefined;
  /** Defaults of a destructured pattern parameter, as a type of literals. */
  readonly parameterDefaults: Shape | undefined;
  readonly cellUse: true | readonly string[] | undefined;
}

/** Literal defaults of a destructured parameter: `({ title = "x" }) => …`. */
function parameterDefaults(name: ts.BindingName): Shape | undefined {
  if (!ts.isObjectBindingPattern(name)) return undefined;
  const members = name.elements.flatMap((element): Member[] => {
    const key = element.propertyName ?? element.name;
    if (!ts.isIdentifier(key) && !ts.isStringLiteral(key)) return [];
    const shape = element.initializer && readValue(element.initializer);
    const property = memberName(key);
    return shape && property !== undefined ? [{ name: property, optional: true, shape }] : [];
  });
  return members.length === 0 ? undefined : { kind: 'object', members };
}

interface Types {
  readonly argument?: Shape | undefined;
  readonly event?: Shape | undefined;
  readonly result?: Shape | undefined;
}

function typesOf(builder: string, call: CallLike, callback: Callback | undefined): Types {
  const given = call.typeArguments?.map((node) => readType(node)) ?? [];
  const parameter = (index: number): Shape | undefined => {
    const type = callback?.parameters[index]?.type;
    return type && readType(type);
  };
  const returns = callback?.type && readType(callback.type);
  switch (builder) {
    case 'pattern':
    case 'recipe':
    case 'patternTool':
    case 'lift':
    case 'derive':
      return { argument: given[0] ?? parameter(0), result: given[1] ?? returns };
    case 'handler':
      return { event: given[0] ?? parameter(0), argument: given[1] ?? parameter(1) };
    case 'action':
      return { event: given[0] ?? parameter(0) };
    default:
      return { result: given[0] };
  }
}

/** Whether types stand in arguments instead: `toSchema<T>()`, a JSON schema, its name. */
function hasSchemaArgument(builder: string, call: CallLike): boolean {
  const first = call.arguments?.[0];
  if (builder !== 'lift' || !first) return false;
  return call.arguments.length > 1;
}

/** Reads what the text says about one builder call. */
export function readFact(
  call: CallLike,
  builder: string,
  position: Base1Position,
  context: { readonly calls: ApiCalls; readonly scopes: Scopes },
): LocalFact {
  const callback = callbackOf(call, context.scopes);
  const types = typesOf(builder, call, callback);
  const parameter = callback?.parameters[0];
  const isBody = builder === 'pattern' || builder === 'recipe';
  const untyped =
    (builder === 'lift' || builder === 'derive') &&
    types.argument === undefined &&
    !hasSchemaArgument(builder, call);
  return {
    builder,
    name: initialisedName(call),
    position,
    argument: types.argument,
    event: types.event,
    result: types.result,
    parameterDefaults: isBody && parameter ? parameterDefaults(parameter.name) : undefined,
    cellUse: untyped && callback ? cellUse(callback, context.scopes) : undefined,
  };
}
