/** What is refused anywhere in a module, however deep: escapes, and misuse of the machinery. */
import type { AnyNode, FunctionExpression } from 'acorn';
import {
  directEvalFound,
  dynamicImportFound,
  moduleAssignment,
  moduleShape,
  machineryName,
  undeclaredRequire,
  unknownSyntax,
} from '../protocol/index.ts';
import type { ModuleRecord } from '../protocol/index.ts';
import { isStar } from './export-wiring.ts';
import type { Findings } from './finding.ts';
import {
  helperNames,
  isHelperCall,
  isMember,
  isSiteRegister,
  isName,
  memberName,
  requiredSpecifier,
} from './forms.ts';
import type { Names, Reference } from './scopes.ts';
import { isKnown, walk } from './syntax.ts';
import { codeWords } from '../protocol/messages/code-words.ts';

/** Walks the whole functor. */
export function checkHazards(
  functor: FunctionExpression,
  record: ModuleRecord,
  findings: Findings,
): void {
  walk(functor, (node) => {
    if (!isKnown(node)) {
      const syntax = node.type;
      findings.error(node, () => unknownSyntax({ syntax }));
      return false;
    }
    if (node.type === 'ImportExpression') findings.error(node, () => dynamicImportFound({}));
    if (isDirectEval(node)) {
      findings.error(node, ({ authored }) =>
        directEvalFound({ fix: authored.replace(/^eval\b/, '(0, eval)') }),
      );
    }
    if (isHelperCall(node, 'at') && !namesFact(node.arguments[0], record)) {
      findings.error(node, () => moduleShape({ why: codeWords.noFact }));
    }
    return undefined;
  });
}

function namesFact(index: AnyNode | undefined, { facts }: ModuleRecord): boolean {
  return (
    index?.type === 'Literal' && typeof index.value === 'number' && facts[index.value] !== undefined
  );
}

function isDirectEval(node: AnyNode): boolean {
  return node.type === 'CallExpression' && !node.optional && isName(node.callee, 'eval');
}

/** Checks how the names of the functor are used. */
export function checkNames(names: Names, record: ModuleRecord, findings: Findings): void {
  const specifiers = new Set(record.imports.map(({ specifier }) => specifier));
  for (const reference of names.parameters) {
    checkParameterUse(reference, specifiers, findings);
  }
  for (const node of names.hiding) findings.error(node, () => machineryName({ name: node.name }));
  for (const { name, node } of names.moduleWrites) {
    findings.lenient(node, ({ older }) => moduleAssignment({ older, name }));
  }
}

function checkParameterUse(
  { name, node, parent, write }: Reference,
  specifiers: ReadonlySet<string>,
  findings: Findings,
): void {
  const refuse = (): void => findings.error(node, () => machineryName({ name }));
  if (write) {
    refuse();
    return;
  }
  if (name === 'require') {
    checkRequire(parent, specifiers, findings);
  } else if (name === '$pb') {
    if (!isMember(parent, '$pb') || !helperNames.has(memberName(parent) ?? '')) refuse();
  } else if (name === '$s') {
    if (!isSiteRegister(parent)) refuse();
  } else if (name === '$b') {
    if (parent.type !== 'BinaryExpression') refuse();
  } else if (!isMember(parent, 'exports') && !isDefinition(parent) && !isStar(parent)) refuse();
}

/** `Object.defineProperty(exports, …)`, which the classification of statements looks at closely. */
function isDefinition(node: AnyNode): boolean {
  return node.type === 'CallExpression' && isMember(node.callee, 'Object', 'defineProperty');
}

function checkRequire(call: AnyNode, specifiers: ReadonlySet<string>, findings: Findings): void {
  const specifier = requiredSpecifier(call);
  if (specifier !== undefined && specifiers.has(specifier)) return;
  const shown = specifier === undefined ? '…' : JSON.stringify(specifier);
  findings.error(call, () => undeclaredRequire({ specifier: shown }));
}
