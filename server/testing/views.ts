/** Whether a value can be drawn: what a render step, or the test pattern's own view, must be. */
import { isObject } from './plan.ts';

/** Nothing, text, a number, a truth value, an element, something with a view, or a list of those. */
export function isRenderable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isRenderable);
  if (!isObject(value)) return true;
  return value.type === 'vnode' || Object.hasOwn(value, '$UI') || typeof value.$type === 'string';
}
