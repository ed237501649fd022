/** Checks that imported names exist, as the module system of the language does before it runs. */
import { missingExport } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import type { LocalModule } from '../local/module.ts';
import type { ModuleLookup } from './names.ts';

/** Every name that a module exports; undefined if an unreadable module may add others. */
function exportedNames(
  module: LocalModule,
  lookup: ModuleLookup,
  seen: Set<LocalModule>,
): Set<string> | undefined {
  if (seen.has(module)) return new Set();
  seen.add(module);
  if (module.code === '') return undefined;
  const names = new Set<string>([
    ...module.modules.exports.keys(),
    ...module.modules.reExports.map(({ exported }) => exported),
    ...module.types.exported.keys(),
    ...module.types.reExported.keys(),
  ]);
  for (const specifier of module.modules.stars) {
    const target = lookup(module, specifier);
    const more = target && exportedNames(target, lookup, seen);
    if (!more) return undefined;
    for (const name of more) if (name !== 'default') names.add(name);
  }
  return names;
}

/** How many single-letter edits lead from one name to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}

function closest(name: string, names: ReadonlySet<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  return [...names]
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)[0]?.candidate;
}

/** Diagnostics for names that `module` imports from siblings that do not export them. */
export function missingExports(module: LocalModule, lookup: ModuleLookup): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { specifier, names } of module.modules.requests) {
    const target = names.length > 0 ? lookup(module, specifier) : undefined;
    const exported = target && exportedNames(target, lookup, new Set());
    if (!exported) continue;
    for (const { name, range } of names) {
      if (exported.has(name)) continue;
      const suggestion = closest(name, exported);
      const { code, text, help } = missingExport({ specifier, name, suggestion });
      found.push({ code, severity: 'error', message: text, file: module.path, range, help });
    }
  }
  return found;
}
