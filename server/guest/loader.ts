/** Evaluates compiled modules in the compartment and links them: cycles and live bindings included. */
import type { Functor, ModuleHelpers } from '../protocol/functor.ts';
import { importRefused } from '../protocol/messages/permissions.ts';
import type { ImportTarget } from '../protocol/record.ts';
import type { WireRecord } from '../protocol/wire.ts';
import { makeRefusal } from './refusals.ts';
import type { Tracer } from '../runtime/index.ts';
import type { Registers } from './registers.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

export type Namespace = Record<string, unknown>;

export interface LoaderParts {
  readonly records: readonly WireRecord[];
  /** Evaluates text in the pattern's compartment. */
  readonly evaluate: (text: string) => unknown;
  readonly helpersFor: (record: WireRecord) => ModuleHelpers;
  readonly runtimeModules: Readonly<Record<string, Readonly<Namespace>>>;
  readonly registers: Registers;
  readonly tracer?: Tracer | undefined;
}

export interface Loader {
  /** Loads a module and everything it imports, then freezes what they export. */
  readonly load: (path: string) => Namespace;
  /** The exports of a module for the runtime itself, which may ask before the module was imported. */
  readonly namespaceOf: (path: string) => Namespace;
}

/** The functor with its name and, for a debugger, the address of its map. */
function textOf({ code, sourceURL, mapUrl }: WireRecord): string {
  const named = `${code}\n//# sourceURL=${sourceURL}`;
  return mapUrl === undefined ? named : `${named}\n//# sourceMappingURL=${mapUrl}`;
}

function hardenExports(exports: Namespace): void {
  for (const key of Object.keys(exports)) {
    const property = Object.getOwnPropertyDescriptor(exports, key);
    // A reference of the runtime is a Proxy that may refuse; the runtime hardens its own.
    try {
      harden(property?.value);
    } catch {
      continue;
    }
  }
  Object.freeze(exports);
}

/** Makes the loader of one run. */
export function makeLoader(parts: LoaderParts): Loader {
  const records = new Map(parts.records.map((record) => [record.path, record]));
  const namespaces = new Map<string, Namespace>();

  const requireFor = (record: WireRecord): ((specifier: string) => unknown) => {
    const targets = new Map<string, ImportTarget>(
      record.imports.map(({ specifier, target }) => [specifier, target]),
    );
    return harden((specifier: string) => {
      const target = targets.get(specifier);
      if (target?.kind === 'module') return begin(target.path);
      const provided = target && parts.runtimeModules[target.name];
      if (provided) return provided;
      const name = specifier.slice(0, 200);
      throw makeRefusal(
        { kind: 'permission', scope: 'import', target: name },
        importRefused({ target: name }),
      );
    });
  };

  const begin = (path: string): Namespace => {
    const known = namespaces.get(path);
    if (known) return known;
    const record = records.get(path);
    if (!record) throw new Error(guestWords.noModule(path));
    const { tracer } = parts;
    const at = tracer?.elapsedMs() ?? 0;
    const exports: Namespace = {};
    namespaces.set(path, exports);
    const functor = parts.evaluate(textOf(record));
    if (typeof functor !== 'function') throw new Error(guestWords.noFunctor(path));
    const { register, baseFor } = parts.registers;
    const call = functor as Functor;
    call(exports, requireFor(record), parts.helpersFor(record), register, baseFor(path));
    tracer?.record({ type: 'load', at, durationMs: tracer.elapsedMs() - at, module: path });
    return exports;
  };

  return Object.freeze<Loader>({
    load: (path) => {
      const exports = begin(path);
      // Not earlier: while a cycle is still loading, a module's exports are not all there yet.
      for (const namespace of namespaces.values()) hardenExports(namespace);
      return exports;
    },
    namespaceOf: begin,
  });
}
