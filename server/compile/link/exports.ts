/** Checks that imported names exist, as the module system of the language does before it runs. */
import { missingExport } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import type { LocalModule } from '../local/module.ts';
import { closest } from './closest.ts';
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
