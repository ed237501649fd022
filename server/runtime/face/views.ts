/**
 * Views: lazy, read-only faces of stored objects and arrays. A view shows the data that was
 * captured when it was read; links inside it are read when they are touched. The same data at the
 * same place gives the same view, so `===`, `includes` and Map keys work. Run model, rule 6.
 */
import { readOnlyView } from '../errors.ts';
import { noteMissing } from '../reactive/frames.ts';
import type { RunState, ViewInfo } from '../run-state.ts';
import { Link, labelOf, type Node, type Path } from '../store/nodes.ts';
import type { Shape } from '../store/shape.ts';
import { handsOnCells, samePlace } from '../store/walk.ts';
import { declared, isLeftOut, present, readLink, readValue } from './read.ts';
import { reference } from './references.ts';

/** The view of a stored container. */
export function view(
  run: RunState,
  node: Node,
  path: Path,
  raw: object,
  shape: Shape | undefined,
): object {
  const byNode = run.viewsOf.get(raw) ?? new WeakMap<Node, ViewInfo[]>();
  const known = byNode.get(node) ?? [];
  const found = known.find((each) => each.shape === shape && samePlace(each, { node, path }));
  if (found !== undefined) return found.proxy;
  const shell: object = Array.isArray(raw) ? [] : {};
  const proxy = new Proxy(shell, run.viewHandler);
  const info: ViewInfo = { node, path, shape, raw, proxy };
  run.shells.set(shell, info);
  run.views.set(proxy, info);
  known.push(info);
  byNode.set(node, known);
  run.viewsOf.set(raw, byNode);
  return proxy;
}

/** The names that a view has: its own data, and declared names that a default fills. */
function namesOf({ raw, shape }: ViewInfo): (string | symbol)[] {
  const names = Reflect.ownKeys(raw);
  if (Array.isArray(raw) || shape === undefined) return names;
  const missing = shape.defaulted.filter((name) => !Object.hasOwn(raw, name));
  return missing.length === 0 ? names : [...names, ...missing];
}

function hasName(info: ViewInfo, key: string | symbol): boolean {
  if (Object.hasOwn(info.raw, key)) return true;
  return (
    typeof key === 'string' &&
    !Array.isArray(info.raw) &&
    info.shape?.defaulted.includes(key) === true
  );
}

/** Whether nothing was put at a name that may be left out, not even a reference to nothing. */
function isAbsent({ raw, shape }: ViewInfo, key: string): boolean {
  const child = shape?.child(key);
  return child?.optional === true && !child.hasDefault && !Object.hasOwn(raw, key);
}

/** What stands at one name of a view. */
function childOf(run: RunState, info: ViewInfo, key: string): unknown {
  const { node, path, raw } = info;
  if (key === 'length' && Array.isArray(raw)) return raw.length;
  const shape = info.shape?.child(key);
  const slot = new Link(node, [...path, key], shape, false);
  const held = isAbsent(info, key) || isLeftOut(run, slot) ? undefined : declared(slot);
  if (held !== undefined) return reference(run, held);
  const value: unknown = Reflect.get(raw, key);
  if (Link.is(value)) {
    if (value.cell && shape === undefined && handsOnCells(node)) return reference(run, value);
    return readValue(run, new Link(value.node, value.path, shape ?? value.shape, false));
  }
  if (value !== undefined) return present(run, { node, path: slot.path, value, shape });
  if (shape?.hasDefault === true) return readLink(run, slot);
  noteMissing(run, labelOf(slot), shape?.optional ?? false);
  return undefined;
}

/** The traps of every view of a run. */
export function makeViewHandler(run: RunState): ProxyHandler<object> {
  const infoOf = (shell: object): ViewInfo => run.shells.get(shell) as ViewInfo;
  const refuse = (shell: object, key: PropertyKey): never => {
    throw readOnlyView(infoOf(shell), key);
  };
  /** Proxy invariants tie a shell that cannot grow to its own properties: fill it first. */
  const fill = (shell: object): void => {
    const info = infoOf(shell);
    for (const name of namesOf(info)) {
      if (typeof name === 'symbol') continue;
      if (name === 'length' && Array.isArray(shell)) shell.length = (info.raw as unknown[]).length;
      else Reflect.defineProperty(shell, name, { ...open, value: childOf(run, info, name) });
    }
  };
  const open = { writable: true, enumerable: true, configurable: true };
  return Object.freeze({
    get: (shell: object, key: string | symbol) => {
      if (!Reflect.isExtensible(shell)) return Reflect.get(shell, key) as unknown;
      const info = infoOf(shell);
      if (typeof key === 'string' && hasName(info, key)) return childOf(run, info, key);
      if (key in shell) return Reflect.get(shell, key) as unknown;
      if (typeof key === 'string' && key !== 'then' && key !== 'toJSON')
        return childOf(run, info, key);
      return undefined;
    },
    has: (shell: object, key: string | symbol) =>
      key in shell || (Reflect.isExtensible(shell) && hasName(infoOf(shell), key)),
    ownKeys: (shell: object) =>
      Reflect.isExtensible(shell) ? namesOf(infoOf(shell)) : Reflect.ownKeys(shell),
    getOwnPropertyDescriptor: (shell: object, key: string | symbol) => {
      if (!Reflect.isExtensible(shell)) return Reflect.getOwnPropertyDescriptor(shell, key);
      const info = infoOf(shell);
      if (typeof key === 'symbol' || !hasName(info, key)) return undefined;
      const list = key === 'length' && Array.isArray(shell);
      const value = childOf(run, info, key);
      return list
        ? { value, writable: true, enumerable: false, configurable: false }
        : { ...open, value };
    },
    preventExtensions: (shell: object) => {
      if (Reflect.isExtensible(shell)) fill(shell);
      return Reflect.preventExtensions(shell);
    },
    defineProperty: (shell: object, key: string | symbol, descriptor: PropertyDescriptor) =>
      Reflect.isExtensible(shell)
        ? refuse(shell, key)
        : Reflect.defineProperty(shell, key, descriptor),
    set: (shell: object, key: string | symbol) => refuse(shell, key),
    deleteProperty: (shell: object, key: string | symbol) => refuse(shell, key),
    setPrototypeOf: () => false,
  });
}
