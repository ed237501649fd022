/** Walks what a pattern draws, as the authors of view tests do. */
import { UI } from 'commonfabric';

export interface Drawn {
  readonly name: string;
  readonly props: Readonly<Record<string, any>>;
  readonly children: readonly unknown[];
}

/** Every element of that name, outer before inner; drawn patterns are looked into. */
export function elements(node: unknown, name: string): Drawn[] {
  if (Array.isArray(node)) return node.flatMap((each) => elements(each, name));
  if (typeof node !== 'object' || node === null) return [];
  if (UI in node) return elements((node as Record<string, unknown>)[UI], name);
  const { name: own, children } = node as Drawn;
  const inner = elements(children, name);
  return own === name ? [node as Drawn, ...inner] : inner;
}

/** All text below a node. */
export function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (typeof node !== 'object' || node === null) return '';
  if (UI in node) return textOf((node as Record<string, unknown>)[UI]);
  return textOf((node as Drawn).children);
}
