/** Checks the names that a module imports from the authoring API. */
import {
  absentApiName,
  absentNames,
  apiNames,
  apiTypeNames,
  isRuntimeModule,
  labelNames,
  labelsNotEnforced,
  unknownApiName,
} from '../../protocol/index.ts';
import type { Diagnostic, Message, Severity } from '../../protocol/index.ts';
import type { LocalModule } from '../local/module.ts';
import { closest } from './closest.ts';

interface Finding {
  readonly severity: Severity;
  readonly message: Message;
}

const known: ReadonlySet<string> = new Set([...apiNames, ...absentNames.keys()]);

/** What is to be told about one name; undefined when it works as it should. */
function judge(specifier: string, name: string): Finding | undefined {
  if (labelNames.has(name)) return { severity: 'hint', message: labelsNotEnforced({ name }) };
  if (apiNames.has(name)) return undefined;
  const instead = absentNames.get(name);
  if (instead !== undefined) {
    return { severity: 'warning', message: absentApiName({ name, instead }) };
  }
  const suggestion = closest(name, known);
  const message = unknownApiName({ specifier, name, suggestion });
  // A name without a like may be newer than this list, and what does not use it runs.
  return { severity: suggestion === undefined ? 'warning' : 'error', message };
}

/** The same for a name of which nothing runs: a misspelt type takes its meaning from the pattern. */
function judgeErased(specifier: string, name: string): Finding | undefined {
  if (known.has(name) || apiTypeNames.has(name)) return undefined;
  const suggestion = closest(name, new Set([...apiTypeNames, ...known]));
  if (suggestion === undefined) return undefined;
  return { severity: 'warning', message: unknownApiName({ specifier, name, suggestion }) };
}

/** Diagnostics for names that the authoring API does not have, or not in the sandbox. */
export function apiImports({ path, modules }: LocalModule): Diagnostic[] {
  const report = (found: Finding | undefined, range: Diagnostic['range']): Diagnostic[] => {
    if (!found) return [];
    const { code, text, help } = found.message;
    return [{ code, severity: found.severity, message: text, file: path, range, help }];
  };
  return modules.requests.flatMap(({ specifier, names, erased }) => {
    if (!isRuntimeModule(specifier)) return [];
    return [
      ...names.flatMap(({ name, range }) => report(judge(specifier, name), range)),
      ...erased.flatMap(({ name, range }) => report(judgeErased(specifier, name), range)),
    ];
  });
}
