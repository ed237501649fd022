/** Writes that go past the cells: to exports after loading, and to objects that all code shares. */
import type { AnyNode, FunctionExpression, Statement } from 'acorn';
import { moduleAssignment, machineryName, sharedObjectWrite } from '../protocol/index.ts';
import type { Findings } from './finding.ts';
import { core, isMember, isName, isSiteStore, memberName } from './forms.ts';
import { sandboxGlobals } from '../protocol/index.ts';
import type { Names } from './scopes.ts';
import { walk } from './syntax.ts';

/** Checks every assignment of the functor whose target is a property. */
export function checkSharedState(
  { functor, statements }: { functor: FunctionExpression; statements: readonly Statement[] },
  names: Names,
  code: string,
  findings: Findings,
): void {
  const wiring = new Set(statements.flatMap(exportAssignments));
  const globals = new Set<AnyNode>(
    names.free.filter(({ name }) => sandboxGlobals.has(name)).map(({ node }) => node),
  );
  walk(functor.body, (node) => {
    if (isSiteStore(node)) return false;
    for (const name of ['$s', '$b']) {
      if (isName(node, name)) findings.error(node, () => machineryName({ name }));
    }
    const target = writtenMember(node);
    if (target === undefined || wiring.has(node)) return undefined;
    const root = rootOf(target);
    if (isName(root, 'exports')) {
      const name = memberName(target) ?? 'exports';
      findings.lenient(node, ({ older }) => moduleAssignment({ older, name }));
    } else if (isName(root, '$pb')) {
      findings.error(node, () => machineryName({ name: '$pb' }));
    } else if (globals.has(root)) {
      findings.warning(node, () =>
        sharedObjectWrite({ target: authoredText(code.slice(target.start, target.end)) }),
      );
    }
    return undefined;
  });
}

/** The assignments of one statement that wire exports: `exports.a = exports.b = …`. */
function exportAssignments(statement: Statement): AnyNode[] {
  const found: AnyNode[] = [];
  if (statement.type !== 'ExpressionStatement') return found;
  for (let node = core(statement.expression); node.type === 'AssignmentExpression';) {
    if (!isMember(node.left, 'exports')) break;
    found.push(node);
    node = core(node.right);
  }
  return found;
}

/** The property that a node assigns, updates or deletes. */
function writtenMember(node: AnyNode): AnyNode | undefined {
  const target =
    node.type === 'AssignmentExpression'
      ? node.left
      : node.type === 'UpdateExpression' ||
          (node.type === 'UnaryExpression' && node.operator === 'delete')
        ? node.argument
        : undefined;
  return target?.type === 'MemberExpression' ? target : undefined;
}

function rootOf(member: AnyNode): AnyNode {
  let node = member;
  while (node.type === 'MemberExpression') node = node.object;
  return node;
}

/** The text without the stores that say where the code is: they are not the author's. */
function authoredText(compiled: string): string {
  return compiled.replaceAll(/\(\$s\[0\] = \$b(?: \+ \d+)?, /g, '(');
}
