/** Writing goes through links to the document that holds the value; run model, rule 5. */
import { cyclicLinks, noStream, readOnlyPlace } from '../errors.ts';
import type { RunState } from '../run-state.ts';
import { sendTo } from '../reactive/streams.ts';
import { Link, labelOf, type Doc, type Key, type Path } from './nodes.ts';
import { elementLink, markStored, toStored } from './to-stored.ts';
import { follow, MAX_HOPS, samePlace, walk, type Place } from './walk.ts';
import { untracked } from '../reactive/frames.ts';
import { traceWrite } from '../reactive/trace.ts';

/** Writes a guest's value to the place that a link leads to. */
export function write(run: RunState, link: Link, value: unknown): void {
  untracked(run, () => {
    const stored = toStored(run, value, 'doc', labelOf(link));
    if (Link.is(stored)) writeLink(run, link, stored, value);
    else writeThrough(run, link, stored);
  });
}

/** Writes data that is stored already. */
export function writeStored(run: RunState, link: Link, stored: unknown): void {
  untracked(run, () => writeThrough(run, link, stored));
}

function writeThrough(run: RunState, link: Link, stored: unknown): void {
  let slot = dataSlot(run, link);
  if (Link.is(slot.value)) {
    const target = follow(run, slot.value);
    if (target.node.kind === 'stream' || isElementSlot(run, slot, stored)) slot = target;
  }
  if (slot.node.kind === 'stream') sendTo(run, slot.node, stored);
  else replaceAt(run, slot, stored);
}

/** A link replaces what the slot holds, unless it leads to the same place. */
function writeLink(run: RunState, link: Link, stored: Link, value: unknown): void {
  const slot = dataSlot(run, link);
  const target = Link.is(slot.value) ? follow(run, slot.value) : slot;
  if (target.node.kind === 'stream') {
    sendTo(run, target.node, value);
    return;
  }
  if (samePlace(target, follow(run, stored))) return;
  replaceAt(run, slot, stored);
}

/** The slot that a write changes: links in inputs, results and bindings are gone through. */
function dataSlot(run: RunState, link: Link): Place {
  let slot = walk(run, link);
  for (let hop = 0; Link.is(slot.value) && isWiring(slot); hop += 1) {
    if (hop > MAX_HOPS) throw cyclicLinks(link);
    slot = walk(run, slot.value);
  }
  return slot;
}

function isWiring({ node }: Place): boolean {
  return node.kind === 'derived' || (node.kind === 'doc' && /^(?:wiring|binding)$/.test(node.role));
}

/** An object written over an array element changes the element, which keeps its identity. */
function isElementSlot(run: RunState, slot: Place, stored: unknown): boolean {
  const { value, path } = slot;
  if (!Link.is(value) || value.node.kind !== 'doc' || value.node.role !== 'element') return false;
  if (path.length === 0 || typeof stored !== 'object' || stored === null) return false;
  const parent = walk(run, new Link(slot.node, path.slice(0, -1), undefined, false)).value;
  return Array.isArray(parent) && !Array.isArray(stored);
}

function replaceAt(run: RunState, place: Place, stored: unknown): void {
  const { node, path } = place;
  if (node.kind === 'stream') throw noStream(new Link(node, path, undefined, false));
  if (node.kind !== 'doc') throw readOnlyPlace(place);
  traceWrite(run, place, stored);
  const root =
    node.value ?? (node.shape?.hasDefault === true ? node.shape.defaultValue() : undefined);
  setDoc(run, node, rebuild(run, root, path, 0, stored, node.name));
}

/** A copy of `container` in which the value at the path is another one. */
function rebuild(
  run: RunState,
  container: unknown,
  path: Path,
  depth: number,
  stored: unknown,
  label: string,
): unknown {
  const key = path[depth];
  if (key === undefined) return stored;
  const before = typeof container === 'object' && container !== null ? container : undefined;
  const child: unknown = before === undefined ? undefined : Reflect.get(before, key);
  const name = `${label}.${key}`;
  const next = rebuild(run, child, path, depth + 1, stored, name);
  const list = before === undefined ? isIndex(key) : Array.isArray(before);
  if (!list) return markStored(run, { ...before, [key]: next }, 'doc');
  const copy: unknown[] = before === undefined ? [] : [...(before as unknown[])];
  if (key === 'length') copy.length = Number(stored);
  else copy[Number(key)] = elementLink(run, next, name);
  return markStored(run, copy, 'doc');
}

function isIndex(key: Key): boolean {
  return typeof key === 'number';
}

/** Replaces a document's data: visible at once, told to computations at the next commit. */
export function setDoc(run: RunState, doc: Doc, value: unknown): void {
  if (Object.is(doc.value, value)) return;
  const { journal, origin, kind } = run.frame;
  if (journal?.has(doc) === false) journal.set(doc, doc.value);
  if (!run.touched.has(doc)) run.touched.set(doc, doc.value);
  doc.value = value;
  doc.writer = origin;
  if (kind === 'late') run.powers.requestSettle?.();
}

/** Puts back every document that a failed transaction wrote. */
export function rollBack(run: RunState, journal: ReadonlyMap<Doc, unknown>): void {
  for (const [doc, before] of journal) {
    doc.value = before;
    if (Object.is(run.touched.get(doc), before)) run.touched.delete(doc);
  }
}
