/** Makes the nodes that compiled code adds, with the source-map ranges that frames need. */
import * as ts from 'typescript';

/** The helpers that functor.ts documents, as node makers. */
export interface Synthesis {
  /** `$pb.<name>(…args)`. */
  readonly helper: (name: string, args: readonly ts.Expression[]) => ts.Expression;
  readonly number: (value: number) => ts.Expression;
  readonly string: (value: string) => ts.Expression;
  /** False: no places are stored; `stored` is the value alone. */
  readonly stores: boolean;
  /** `$s[0] = $b + n`. */
  readonly store: (site: number) => ts.Expression;
  /** `($s[0] = $b + n, value)`. */
  readonly stored: (site: number, value: ts.Expression) => ts.Expression;
  /** `$pb.x({ $site: () => body }, callee?)`, mapped to the authored expression. */
  readonly site: (
    authored: ts.Node,
    body: ts.Expression,
    callee: ts.Expression | undefined,
  ) => ts.Expression;
  /** `{ $site: () => body }`. */
  readonly thunk: (body: ts.Expression) => ts.Expression;
  /** Gives a callee the authored start for both its ends: V8 reports calls at the parenthesis. */
  readonly callee: <T extends ts.Expression>(node: T, start: number) => T;
  readonly mapped: <T extends ts.Node>(node: T, authored: ts.Node) => T;
  readonly constant: (name: string, value: ts.Expression) => ts.Statement;
  /** `exports.<name> = value;` */
  readonly exported: (name: string, value: ts.Expression) => ts.Statement;
  /** `Object.defineProperty(exports, name, { enumerable: true, get: function () { return … } });` */
  readonly getter: (name: string, value: ts.Expression) => ts.Statement;
  readonly require: (specifier: string) => ts.Expression;
}

/** Makes the node makers over one factory. */
export function createSynthesis(
  factory: ts.NodeFactory,
  file: ts.SourceFile,
  stores: boolean,
): Synthesis {
  const id = (name: string): ts.Identifier => factory.createIdentifier(name);
  const access = (base: string, name: string): ts.Expression =>
    factory.createPropertyAccessExpression(id(base), name);
  const call = (callee: ts.Expression, args: readonly ts.Expression[]): ts.Expression =>
    factory.createCallExpression(callee, undefined, args);
  const helper = (name: string, args: readonly ts.Expression[]): ts.Expression =>
    call(access('$pb', name), args);
  const store = (site: number): ts.Expression =>
    factory.createAssignment(
      factory.createElementAccessExpression(id('$s'), 0),
      factory.createAdd(id('$b'), factory.createNumericLiteral(site)),
    );
  const mapped = <T extends ts.Node>(node: T, authored: ts.Node): T =>
    ts.setSourceMapRange(node, { pos: authored.getStart(file), end: authored.end });
  const thunk = (body: ts.Expression): ts.Expression => {
    const arrow = factory.createArrowFunction(
      undefined,
      undefined,
      [],
      undefined,
      undefined,
      ts.isObjectLiteralExpression(body) ? factory.createParenthesizedExpression(body) : body,
    );
    return factory.createObjectLiteralExpression([
      factory.createPropertyAssignment('$site', arrow),
    ]);
  };
  const exportAccess = (name: string): ts.Expression =>
    ts.isIdentifierStart(name.codePointAt(0) ?? 0, undefined) && !/[^\w$]/.test(name)
      ? access('exports', name)
      : factory.createElementAccessExpression(id('exports'), factory.createStringLiteral(name));

  return {
    helper,
    store,
    stores,
    mapped,
    number: (value) => factory.createNumericLiteral(value),
    string: (value) => factory.createStringLiteral(value),
    stored: (site, value) =>
      factory.createParenthesizedExpression(
        stores ? factory.createComma(store(site), value) : value,
      ),
    thunk,
    site: (authored, body, callee) =>
      mapped(helper('x', callee ? [thunk(body), callee] : [thunk(body)]), authored),
    callee: (node, start) => ts.setSourceMapRange(node, { pos: start, end: start }),
    constant: (name, value) =>
      factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList(
          [factory.createVariableDeclaration(name, undefined, undefined, value)],
          ts.NodeFlags.Const,
        ),
      ),
    exported: (name, value) =>
      factory.createExpressionStatement(factory.createAssignment(exportAccess(name), value)),
    getter: (name, value) => {
      const get = factory.createFunctionExpression(
        undefined,
        undefined,
        undefined,
        undefined,
        [],
        undefined,
        factory.createBlock([factory.createReturnStatement(value)]),
      );
      const descriptor = factory.createObjectLiteralExpression([
        factory.createPropertyAssignment('enumerable', factory.createTrue()),
        factory.createPropertyAssignment('get', get),
      ]);
      const args = [id('exports'), factory.createStringLiteral(name), descriptor];
      return factory.createExpressionStatement(call(access('Object', 'defineProperty'), args));
    },
    require: (specifier) => call(id('require'), [factory.createStringLiteral(specifier)]),
  };
}
