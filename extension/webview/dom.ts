/**
 * Builds elements. Text becomes text nodes, in which nothing reorders what stands beside it; there is
 * no way to pass HTML.
 */

import { printableLines } from '../../server/protocol/printable.ts';

export type Child = Node | string | null | undefined;

export interface Properties {
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

/** Makes an element with its children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (properties.class !== undefined) made.className = properties.class;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) {
    made.setAttribute(name, value);
  }
  const { onClick } = properties;
  if (onClick) made.addEventListener('click', onClick);
  for (const child of children) {
    if (child === null || child === undefined) continue;
    made.append(typeof child === 'string' ? printableLines(child) : child);
  }
  return made;
}

/** A button that looks like a link: it opens a place in the editor. */
export function link(text: string, title: string, onClick: () => void): HTMLElement {
  const attributes = { type: 'button', title, 'aria-label': title };
  return element('button', { class: 'link', attributes, onClick }, text);
}

export function button(text: string, onClick: () => void, secondary = true): HTMLElement {
  const made = element('vscode-button', { onClick }, text);
  made.secondary = secondary;
  return made;
}
