/** Names that nothing in the module declares: missing globals, forgotten imports, slips. */
import {
  awaitOutsideAsync,
  builderModules,
  builderNotImported,
  engineDependentGlobals,
  missingGlobal,
  missingGlobals,
  refusedGlobal,
  refusedGlobals,
  sandboxGlobals,
  unknownName,
} from '../protocol/index.ts';
import type { ModuleRecord } from '../protocol/index.ts';
import type { Findings } from './finding.ts';
import type { Names, Reference } from './scopes.ts';
import { closestName } from './spelling.ts';

/**
 * Reports each use. A missing global reads as undefined in the sandbox, so nothing but this check
 * could say what was meant. A module that asks for `typeof name` knows that it may be missing.
 */
export function checkFreeNames(names: Names, record: ModuleRecord, findings: Findings): void {
  const asked = new Set(names.free.filter(isAskedFor).map(({ name }) => name));
  for (const reference of names.free) {
    const { name, node } = reference;
    const instead = refusedGlobals.get(name);
    if (instead !== undefined) findings.warning(node, () => refusedGlobal({ name, instead }));
    if (sandboxGlobals.has(name) || engineDependentGlobals.has(name) || asked.has(name)) continue;
    reportFreeName(reference, names, record, findings);
  }
}

function isAskedFor({ parent }: Reference): boolean {
  return parent.type === 'UnaryExpression' && parent.operator === 'typeof';
}

function reportFreeName(
  { name, node }: Reference,
  names: Names,
  { generation }: ModuleRecord,
  findings: Findings,
): void {
  const instead = missingGlobals.get(name);
  const home = builderModules.get(name);
  if (name === 'await') findings.error(node, () => awaitOutsideAsync({}));
  else if (instead !== undefined) findings.warning(node, () => missingGlobal({ name, instead }));
  else if (home !== undefined) {
    const module = generation === 'none' ? home : generation;
    findings.error(node, () => builderNotImported({ name, module }));
  } else {
    const closest = closestName(name, [...names.declared, ...sandboxGlobals]);
    findings.warning(node, () => unknownName(closest === undefined ? { name } : { name, closest }));
  }
}
