/** The authoring API as far as the compiler must know it: which names build what. */
import * as ts from 'typescript';
import { isRuntimeModule } from '../../protocol/index.ts';
import type { Binding, Scopes } from './scopes.ts';
import { unwrap } from './references.ts';
import { remembered } from './remembered.ts';

/** How a builder treats the functions that it is given. */
type CallbackFrame = 'pattern' | 'compute';

const builders: Readonly<Record<string, CallbackFrame>> = {
  pattern: 'pattern',
  recipe: 'pattern',
  patternTool: 'pattern',
  lift: 'compute',
  handler: 'compute',
  action: 'compute',
  computed: 'compute',
  derive: 'compute',
  assert: 'compute',
  render: 'compute',
  cell: 'compute',
  Cell: 'compute',
  Writable: 'compute',
  wish: 'compute',
  navigateTo: 'compute',
  generateObject: 'compute',
  generateText: 'compute',
  llm: 'compute',
  llmDialog: 'compute',
  fetchJson: 'compute',
  fetchJsonUnchecked: 'compute',
  fetchText: 'compute',
  fetchBinary: 'compute',
  fetchData: 'compute',
  fetchProgram: 'compute',
  streamData: 'compute',
  cellFromUrl: 'compute',
  compileAndRun: 'compute',
  sqliteDatabase: 'compute',
  dataFile: 'compute',
  toSchema: 'compute',
  multiUserTest: 'compute',
};

/** Builders whose result is called to make something: `handler(…)({ state })`. */
const factoryMakers: ReadonlySet<string> = new Set(['pattern', 'recipe', 'lift', 'handler']);

/** Functions of the API that compute a value at once, like any helper. */
const plainFunctions: ReadonlySet<string> = new Set([
  'equals',
  'valueEqual',
  'toCompactDebugString',
  'toIndentedDebugString',
]);

/** A name of the API with the members read from it: `Writable.perSession.of`. */
export interface ApiName {
  readonly name: string;
  readonly members: readonly string[];
}

export interface ApiCalls {
  readonly nameOf: (callee: ts.Expression) => ApiName | undefined;
  /** The builder that a call or `new` calls, or undefined. */
  readonly builderOf: (call: CallLike) => string | undefined;
  /** Whether calling it passes references on: an API name, or a factory made in this file. */
  readonly isBuilderLike: (callee: ts.Expression) => boolean;
  /** Whether it may turn out to be a factory at run time: a name imported from a sibling. */
  readonly maybeFactory: (callee: ts.Expression) => boolean;
}

export type CallLike = ts.CallExpression | ts.NewExpression;

/** How a builder's function arguments run. */
export function callbackFrame(builder: string): CallbackFrame {
  return builders[builder] ?? 'compute';
}

/** Where an import binding comes from. */
export function importSource(binding: Binding): { specifier: string; name: string } | undefined {
  const node = binding.declaration;
  if (ts.isImportSpecifier(node)) {
    const specifier = specifierOf(node.parent.parent.parent);
    return { specifier, name: (node.propertyName ?? node.name).text };
  }
  if (ts.isNamespaceImport(node)) return { specifier: specifierOf(node.parent.parent), name: '*' };
  if (ts.isImportClause(node)) return { specifier: specifierOf(node.parent), name: 'default' };
  return undefined;
}

/** The text of an import's or re-export's specifier. */
export function specifierOf(node: {
  readonly moduleSpecifier?: ts.Expression | undefined;
}): string {
  const { moduleSpecifier } = node;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
}

/** Answers questions about calls of the API in one file. */
export function classifyCalls(scopes: Scopes): ApiCalls {
  const nameOf = (callee: ts.Expression): ApiName | undefined => {
    const node = unwrap(callee);
    if (ts.isPropertyAccessExpression(node)) {
      const root = nameOf(node.expression);
      if (!root) return undefined;
      if (root.name === '*') return { name: node.name.text, members: [] };
      return { name: root.name, members: [...root.members, node.name.text] };
    }
    if (!ts.isIdentifier(node)) return undefined;
    const binding = scopes.lookup(node);
    const source = binding && importSource(binding);
    if (!source || !isRuntimeModule(source.specifier)) return undefined;
    return { name: source.name, members: [] };
  };

  const builderOf = remembered((call: CallLike): string | undefined => {
    const api = nameOf(call.expression);
    if (!api || !Object.hasOwn(builders, api.name)) return undefined;
    return api.members.at(-1) === 'equals' ? undefined : api.name;
  });

  const makesFactory = (expression: ts.Expression | undefined): boolean => {
    if (!expression) return false;
    const node = unwrap(expression);
    if (!ts.isCallExpression(node)) return false;
    return factoryMakers.has(builderOf(node) ?? '');
  };

  const isBuilderLike = (callee: ts.Expression): boolean => {
    const node = unwrap(callee);
    const api = nameOf(node);
    if (api) return !plainFunctions.has(api.members.at(-1) ?? api.name);
    if (makesFactory(node)) return true;
    if (!ts.isIdentifier(node)) return false;
    const binding = scopes.lookup(node);
    return binding?.kind === 'const' && makesFactory(binding.initializer);
  };

  const maybeFactory = (callee: ts.Expression): boolean => {
    const node = unwrap(callee);
    if (ts.isPropertyAccessExpression(node)) {
      if (!ts.isIdentifier(node.expression)) return false;
      const binding = scopes.lookup(node.expression);
      return binding?.kind === 'import' && ts.isNamespaceImport(binding.declaration);
    }
    if (!ts.isIdentifier(node) || isBuilderLike(node)) return false;
    const binding = scopes.lookup(node);
    if (!binding) return false;
    if (binding.kind === 'import') return nameOf(node) === undefined;
    const { initializer } = binding;
    return binding.top && binding.kind === 'const' && !!initializer && isCallOrName(initializer);
  };

  return { nameOf, builderOf, isBuilderLike, maybeFactory };
}

function isCallOrName(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  return ts.isCallExpression(node) || ts.isIdentifier(node);
}
