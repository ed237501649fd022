/** Checks that the records form one whole program. */
import { isRuntimeModule, unlinkedImport } from '../protocol/index.ts';
import type { ImportTarget, ModuleGraph, ModuleRecord } from '../protocol/index.ts';
import { collectInto } from './finding.ts';
import type { Finding } from './finding.ts';

/** What is wrong between modules, at the import of the module that asks. */
export function wiringFindings(record: ModuleRecord, paths: ReadonlySet<string>): Finding[] {
  const list: Finding[] = [];
  const findings = collectInto(list);
  for (const { specifier, target } of record.imports) {
    if (leadsSomewhere(target, paths)) continue;
    const text = `require(${JSON.stringify(specifier)})`;
    const start = Math.max(record.code.indexOf(text), 0);
    findings.error({ start, end: start + text.length }, () => unlinkedImport({ specifier }));
  }
  return list;
}

function leadsSomewhere(target: ImportTarget, paths: ReadonlySet<string>): boolean {
  return target.kind === 'module' ? paths.has(target.path) : isRuntimeModule(target.name);
}

/** The entry, and every path that two records claim or no source describes. */
export function missingModules({ entry, records, sources }: ModuleGraph): string[] {
  const seen = new Set<string>();
  const wrong = new Set<string>();
  for (const { path } of records) {
    if (seen.has(path) || !sources.has(path)) wrong.add(path);
    seen.add(path);
  }
  if (!seen.has(entry)) wrong.add(entry);
  return [...wrong];
}

/** Whether a finding's lenience applies: helpers that import no API follow the entry's generation. */
export function isOlder(record: ModuleRecord, { entry, records }: ModuleGraph): boolean {
  if (record.generation !== 'none') return record.generation === 'commontools';
  return records.some(({ path, generation }) => path === entry && generation === 'commontools');
}
