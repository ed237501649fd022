/** The methods of cells that hold a list. */
import { notAnArray } from '../errors.ts';
import { untracked } from '../reactive/frames.ts';
import type { RunState } from '../run-state.ts';
import { Link, labelOf } from '../store/nodes.ts';
import { toStored } from '../store/to-stored.ts';
import { follow, samePlace, type Place } from '../store/walk.ts';
import { writeStored } from '../store/write.ts';
import type { CellMethod } from './cell-methods.ts';
import { deepEqual, identityOf } from './identity.ts';
import { reference } from './references.ts';

interface List {
  readonly place: Place;
  readonly elements: readonly unknown[];
}

/** The list at a place; one that is not there yet counts as empty. */
function listAt(run: RunState, link: Link, method: string): List {
  const place = untracked(run, () => follow(run, link));
  const { value } = place;
  if (value === undefined || value === null) return { place, elements: [] };
  if (!Array.isArray(value)) throw notAnArray(link, method);
  return { place, elements: value };
}

function replace(run: RunState, { place }: List, elements: readonly unknown[]): void {
  const link = new Link(place.node, place.path, place.shape, false);
  writeStored(run, link, toStored(run, elements, 'doc', labelOf(place)));
}

const push: CellMethod = (run, link, args) => {
  const list = listAt(run, link, 'push');
  replace(run, list, [...list.elements, ...args]);
  return list.elements.length + args.length;
};

/** Whether an element is the thing that a guest names: by place, or as the same primitive. */
function isElement(run: RunState, list: List, index: number, wanted: unknown): boolean {
  const element = list.elements[index];
  const identity = identityOf(run, wanted);
  if (identity === undefined) return Object.is(element, wanted);
  const { node, path } = list.place;
  if (samePlace(identity, { node, path: [...path, index] })) return true;
  return (
    Link.is(element) &&
    samePlace(
      identity,
      untracked(run, () => follow(run, element)),
    )
  );
}

function without(method: string, all: boolean): CellMethod {
  return (run, link, [wanted]) => {
    const list = listAt(run, link, method);
    const found = list.elements.map((_, index) => isElement(run, list, index, wanted));
    const first = found.indexOf(true);
    if (first < 0) return undefined;
    replace(
      run,
      list,
      list.elements.filter((_, index) => (all ? found[index] !== true : index !== first)),
    );
    return undefined;
  };
}

function holdsValue(run: RunState, elements: readonly unknown[], wanted: unknown): boolean {
  const stored = toStored(run, wanted, 'derived');
  return untracked(run, () => elements.some((each) => deepEqual(run, each, stored, 0)));
}

const removeByValue: CellMethod = (run, link, [wanted]) => {
  const list = listAt(run, link, 'removeByValue');
  const kept = list.elements.filter((each) => !holdsValue(run, [each], wanted));
  if (kept.length !== list.elements.length) replace(run, list, kept);
  return undefined;
};

const addUnique: CellMethod = (run, link, args) => {
  const list = listAt(run, link, 'addUnique');
  const elements = [...list.elements];
  for (const each of args) if (!holdsValue(run, elements, each)) elements.push(each);
  if (elements.length !== list.elements.length) replace(run, list, elements);
  return undefined;
};

/** The cell of the element whose `id` is the given one. */
const elementById: CellMethod = (run, link, [id]) => {
  const list = listAt(run, link, 'elementById');
  const index = list.elements.findIndex((_, at) => {
    const path = [...list.place.path, at, 'id'];
    const idLink = new Link(list.place.node, path, undefined, false);
    return Object.is(untracked(run, () => follow(run, idLink)).value, id);
  });
  if (index < 0) return undefined;
  const { node, path } = list.place;
  return reference(run, new Link(node, [...path, index], link.shape?.child(index), true));
};

export const LIST_METHODS: readonly (readonly [string, CellMethod])[] = [
  ['push', push],
  ['remove', without('remove', false)],
  ['removeAll', without('removeAll', true)],
  ['removeByValue', removeByValue],
  ['addUnique', addUnique],
  ['elementById', elementById],
];
