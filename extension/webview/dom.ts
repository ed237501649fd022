/** Builds elements. Text becomes text nodes; there is no way to pass HTML. */

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
  made.append(...children.filter((child) => child !== null && child !== undefined));
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
