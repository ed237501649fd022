/** Slips of authors: what the text of a file shows, runs, and does not do what was meant. */
import type ts from 'typescript';
import type { Diagnostic } from '../../protocol/index.ts';
import { isTypeOnly } from '../local/references.ts';
import { bindingSlips } from './bindings.ts';
import { bodySlips } from './bodies.ts';
import { cellSlips } from './cells.ts';
import { eventSlips } from './events.ts';
import { viewSlips } from './views.ts';
import type { SlipContext } from './context.ts';

export type { SlipContext } from './context.ts';

const looks = [bodySlips, cellSlips, eventSlips, bindingSlips, viewSlips];

/** A warning at each slip, in the order of the text. */
export function authorSlips(context: SlipContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const walk = (node: ts.Node): void => {
    if (isTypeOnly(node)) return;
    for (const look of looks) found.push(...look(node, context));
    node.forEachChild(walk);
  };
  walk(context.file);
  return found;
}
