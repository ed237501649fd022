/** Classifies every statement of the module scope by an allow-list. */
import type {
  AnyNode,
  ClassDeclaration,
  Expression,
  Identifier,
  Statement,
  VariableDeclaration,
} from 'acorn';
import { looseStatement, moduleClass, moduleShape, moduleVariable } from '../protocol/index.ts';
import { checkConstant } from './constants.ts';
import { isExportWiring, isRuntimeCall } from './export-wiring.ts';
import type { Findings } from './finding.ts';
import { builderCallOf, core, isHelperCall, isMember, memberName } from './forms.ts';
import type { Names } from './scopes.ts';
import { isFunction } from './syntax.ts';
import { codeWords } from '../protocol/messages/code-words.ts';

/** Checks the statements after the directive. */
export function checkModuleScope(
  statements: readonly Statement[],
  names: Names,
  findings: Findings,
): void {
  const assigned = new Set(names.moduleWrites.map(({ name }) => name));
  for (const statement of statements) checkStatement(statement, assigned, findings);
  checkFrozen(statements, findings);
}

/** Functions are objects: each one of the module scope must be given to `$pb.fns`. */
function checkFrozen(statements: readonly Statement[], findings: Findings): void {
  const frozen = new Set(statements.flatMap(frozenNames));
  for (const id of statements.flatMap(declaredFunctions)) {
    if (!frozen.has(id.name)) {
      findings.error(id, () => moduleShape({ why: codeWords.notFrozen(id.name) }));
    }
  }
}

function frozenNames(statement: Statement): string[] {
  if (statement.type !== 'ExpressionStatement') return [];
  const { expression } = statement;
  if (!isHelperCall(expression, 'fns')) return [];
  return expression.arguments.flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));
}

function declaredFunctions(statement: Statement): Identifier[] {
  if (statement.type === 'FunctionDeclaration') return [statement.id];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init && isFunction(core(init)) ? [id] : [],
  );
}

function checkStatement(
  statement: Statement,
  assigned: ReadonlySet<string>,
  findings: Findings,
): void {
  switch (statement.type) {
    case 'EmptyStatement':
    case 'FunctionDeclaration':
      return;
    case 'ClassDeclaration':
      checkClass(statement, findings);
      return;
    case 'VariableDeclaration':
      checkVariables(statement, assigned, findings);
      return;
    case 'ExpressionStatement':
      checkExpression(statement.expression, findings);
      return;
    default:
      reportLoose(statement, findings);
  }
}

function checkClass({ id, start, end }: ClassDeclaration, findings: Findings): void {
  findings.lenient({ start, end }, ({ older }) => moduleClass({ older, name: id.name }));
}

function checkVariables(
  declaration: VariableDeclaration,
  assigned: ReadonlySet<string>,
  findings: Findings,
): void {
  if (declaration.kind !== 'const') {
    reportVariable(declaration, assigned, findings);
    return;
  }
  for (const { id, init } of declaration.declarations) {
    if (init)
      checkConstant(init, id.type === 'Identifier' ? id.name : codeWords.theConstant, findings);
  }
}

function reportVariable(
  declaration: VariableDeclaration,
  assigned: ReadonlySet<string>,
  findings: Findings,
): void {
  const { declarations, kind: keyword } = declaration;
  const names = declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '{ … }'));
  const canBeConstant =
    declarations.every(({ init }) => init) && !names.some((name) => assigned.has(name));
  findings.lenient(declaration, ({ older, authored }) => {
    const about = { older, keyword, name: names.join(', ') };
    const fix = authored.replace(/^(let|var)\b/, 'const');
    return moduleVariable(canBeConstant && fix !== authored ? { ...about, fix } : about);
  });
}

function checkExpression(expression: Expression, findings: Findings): void {
  const node = core(expression);
  if (isExportWiring(node) || isRuntimeCall(node) || builderCallOf(node)) return;
  const exported = exportedAssignment(node);
  if (exported) checkConstant(exported.value, exported.name, findings);
  else reportLoose(node, findings);
}

/** `exports.name = value`: how an exported constant is emitted. */
function exportedAssignment(node: AnyNode): { name: string; value: AnyNode } | undefined {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return undefined;
  if (!isMember(node.left, 'exports')) return undefined;
  return { name: memberName(node.left) ?? 'export', value: node.right };
}

const statementWords: Partial<Record<AnyNode['type'], string>> = {
  AssignmentExpression: codeWords.assignment,
  AwaitExpression: '`await`',
  BlockStatement: codeWords.block,
  CallExpression: codeWords.call,
  DoWhileStatement: codeWords.loop,
  ForInStatement: codeWords.loop,
  ForOfStatement: codeWords.loop,
  ForStatement: codeWords.loop,
  IfStatement: codeWords.ifStatement,
  SwitchStatement: codeWords.switchStatement,
  ThrowStatement: '`throw`',
  TryStatement: codeWords.tryStatement,
  UpdateExpression: codeWords.assignment,
  WhileStatement: codeWords.loop,
};

function reportLoose(node: AnyNode, findings: Findings): void {
  const what = statementWords[node.type] ?? codeWords.thisStatement;
  findings.lenient(node, ({ older }) => looseStatement({ older, what }));
}
