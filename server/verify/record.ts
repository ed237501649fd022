/** All checks of one record. Records do not change, so what was found in one is kept with it. */
import type { ModuleRecord } from '../protocol/index.ts';
import { tooDeep } from '../protocol/index.ts';
import { collectInto } from './finding.ts';
import type { Finding } from './finding.ts';
import { checkFreeNames } from './free-names.ts';
import { checkHazards, checkNames } from './hazards.ts';
import { checkModuleScope } from './module-scope.ts';
import { parseFunctor } from './parse.ts';
import { resolveNames } from './scopes.ts';
import { checkSharedState } from './shared-state.ts';

const known = new WeakMap<ModuleRecord, readonly Finding[]>();

/** Everything that is wrong with one record, whatever the program around it. */
export function findingsOf(record: ModuleRecord): readonly Finding[] {
  let findings = known.get(record);
  if (findings === undefined) {
    findings = Object.freeze(checkRecord(record));
    known.set(record, findings);
  }
  return findings;
}

function checkRecord(record: ModuleRecord): Finding[] {
  const list: Finding[] = [];
  const findings = collectInto(list);
  try {
    const parsed = parseFunctor(record.code, findings);
    if (parsed === undefined) return list;
    const names = resolveNames(parsed.functor);
    checkModuleScope(parsed.statements, names, findings);
    checkHazards(parsed.functor, record, findings);
    checkNames(names, record, findings);
    checkSharedState(parsed, names, record.code, findings);
    checkFreeNames(names, record, findings);
  } catch (error) {
    // Recursion over a tree that is deeper than the stack; anything else is a fault of ours.
    if (!(error instanceof RangeError)) throw error;
    findings.error({ start: 0, end: 0 }, () => tooDeep({}));
  }
  return list.sort((a, b) => a.start - b.start);
}
