/** Follows a type or constant name to the module that declares it. */
import type { LocalModule } from '../local/module.ts';
import { isRuntimeModule } from '../../protocol/index.ts';
import type { TypeDeclaration } from '../types/shape.ts';

/** Finds modules by the specifier that another one writes. */
export type ModuleLookup = (from: LocalModule, specifier: string) => LocalModule | undefined;

/** What a name turned out to be. */
export type NameTarget =
  | {
      readonly kind: 'declared';
      readonly module: LocalModule;
      readonly declaration: TypeDeclaration;
    }
  | { readonly kind: 'constant'; readonly module: LocalModule; readonly name: string }
  /** A name of the authoring API, or one that nobody declares: a global. */
  | { readonly kind: 'builtin'; readonly name: string };

/** Barrels may re-export in circles. */
const MAX_HOPS = 50;

/** Makes the name resolver over the modules of one program. */
export function createNameResolver(lookup: ModuleLookup) {
  const local = (module: LocalModule, name: string, hops: number): NameTarget | undefined => {
    const declaration = module.types.declared.get(name);
    if (declaration) return { kind: 'declared', module, declaration };
    if (module.constants.includes(name)) return { kind: 'constant', module, name };
    const source = module.types.imported.get(name);
    if (!source) return undefined;
    return imported(module, source.specifier, source.name, hops);
  };

  const imported = (
    module: LocalModule,
    specifier: string,
    name: string,
    hops: number,
  ): NameTarget | undefined => {
    if (isRuntimeModule(specifier)) return { kind: 'builtin', name };
    const target = lookup(module, specifier);
    return target && exported(target, name, hops + 1);
  };

  const exported = (module: LocalModule, name: string, hops: number): NameTarget | undefined => {
    if (hops > MAX_HOPS) return undefined;
    const own = module.types.exported.get(name);
    const found = own === undefined ? undefined : local(module, own, hops);
    if (found) return found;
    const again = module.types.reExported.get(name);
    if (again) return imported(module, again.specifier, again.name, hops);
    for (const specifier of module.types.stars) {
      const target = lookup(module, specifier);
      const through = target && exported(target, name, hops + 1);
      if (through) return through;
    }
    return undefined;
  };

  /** Resolves a name, dotted through a namespace import perhaps, as written in `module`. */
  return (module: LocalModule, name: string): NameTarget | undefined => {
    const dot = name.indexOf('.');
    if (dot < 0) return local(module, name, 0) ?? unresolved(module, name);
    const namespace = module.types.imported.get(name.slice(0, dot));
    if (namespace?.name !== '*') return undefined;
    return imported(module, namespace.specifier, name.slice(dot + 1), 0);
  };
}

/** A name that no import and no declaration explains is a global of the language. */
function unresolved(module: LocalModule, name: string): NameTarget | undefined {
  return module.types.imported.has(name) ? undefined : { kind: 'builtin', name };
}

export type NameResolver = ReturnType<typeof createNameResolver>;
