/** Every message definition of the product, by code; for documentation, tests and look-ups. */
import * as groups from './index.ts';
import type { MessageDefinition } from './message.ts';

/** A definition whose parameters are not known here. */
export type AnyDefinition = MessageDefinition<never>;

function definitionsIn(value: unknown): AnyDefinition[] {
  if (typeof value === 'function' && 'definition' in value) {
    return [value.definition as AnyDefinition];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(definitionsIn);
}

/** All definitions, in the order of their codes. */
export const definitions: readonly AnyDefinition[] = Object.freeze(
  definitionsIn({ ...groups }).sort((a, b) => a.code.localeCompare(b.code)),
);

/** Looks a definition up. */
export const catalogue: ReadonlyMap<string, AnyDefinition> = new Map(
  definitions.map((definition) => [definition.code, definition]),
);
