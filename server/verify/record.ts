/** All checks of one record. The same text is checked once, however often it is linked anew. */
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

interface Checked {
  /** What the findings depend on besides the code. */
  readonly about: string;
  readonly findings: readonly Finding[];
}

/** Texts whose findings are kept; the oldest go first. */
const MAX_KNOWN = 2000;
const known = new Map<string, Checked>();

/** Everything that is wrong with one record, whatever the program around it. */
export function findingsOf(record: ModuleRecord): readonly Finding[] {
  const { code, facts, generation, imports } = record;
  const about = JSON.stringify([facts.length, generation, imports.map((each) => each.specifier)]);
  let checked = known.get(code);
  if (checked?.about !== about) checked = { about, findings: Object.freeze(checkRecord(record)) };
  known.delete(code);
  known.set(code, checked);
  const [oldest] = known.keys();
  if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  return checked.findings;
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
