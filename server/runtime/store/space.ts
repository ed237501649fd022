/**
 * What the runtimes of several participants share: the documents of the patterns that all of them
 * run. Each has a graph of its own over them, as each window of an application has.
 */
import type { SchemaObject } from '../../protocol/schema.ts';
import type { Doc, Node } from './nodes.ts';

export type Scope = SchemaObject['scope'];

export interface Space {
  /** Documents by what they were made for, and for whom where their scope says so. */
  readonly docs: Map<string, Doc>;
  /** Containers made by the store; true when their array elements have documents. */
  readonly stored: WeakMap<object, boolean>;
  /** What nodes were made for that each participant has one of. */
  readonly causes: WeakMap<Node, string>;
  /** Numbers of the documents that rows were made for. */
  readonly numbers: WeakMap<Node, number>;
  nextNumber: number;
  /** Counts commits; the version of a document is the count of its last one. */
  clock: number;
}

/** One user in one window. */
export interface Participant {
  readonly space: Space;
  readonly name: string;
  /** Participants of the same user share what is kept for a user. */
  readonly user: string;
}

/** Makes an empty space. */
export function createSpace(): Space {
  return {
    docs: new Map(),
    stored: new WeakMap(),
    causes: new WeakMap(),
    numbers: new WeakMap(),
    nextNumber: 0,
    clock: 0,
  };
}

/** The document that all participants whom its scope joins have for one cause. */
export function sharedDoc(
  participant: Participant,
  cause: string,
  scope: Scope,
  make: () => Doc,
): Doc {
  const { space, name, user } = participant;
  const owner = { user: `user ${user}`, session: `session ${name}`, space: 'space' }[
    scope ?? 'space'
  ];
  const key = `${owner}\n${cause}`;
  const doc = space.docs.get(key) ?? make();
  space.docs.set(key, doc);
  return doc;
}

/** A name for a node within its space, for causes. */
export function numberOf(space: Space, node: Node): number {
  const known = space.numbers.get(node);
  if (known !== undefined) return known;
  space.nextNumber += 1;
  space.numbers.set(node, space.nextNumber);
  return space.nextNumber;
}
