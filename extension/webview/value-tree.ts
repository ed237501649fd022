/** The outputs as a tree whose children are made when a node is opened. */
import { VscodeTreeItem } from '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import { words } from '../../server/protocol/messages/editor-words.ts';
import { element } from './dom.ts';
import type { PageState } from './page-state.ts';
import { lookOf } from './value.ts';

/** Children of one node that are listed; more are counted. */
const mostChildren = 200;

/** A tree over named values. */
export function valueTree(
  entries: readonly (readonly [string, unknown])[],
  state: PageState,
  label: string,
): HTMLElement {
  const tree = element('vscode-tree', { attributes: { 'aria-label': label } });
  const pending = new Map<VscodeTreeItem, () => void>();

  const item = (name: string, value: unknown, parent: string): VscodeTreeItem => {
    const look = lookOf(value);
    const key = `${parent}/${name}`;
    const text = element('span', { class: `value value-${look.kind}` }, look.text);
    const made = element(
      'vscode-tree-item',
      { attributes: { 'data-key': key } },
      element('span', { class: 'key' }, `${name}: `),
      text,
    );
    if (look.entries.length === 0) return made;
    made.branch = true;
    pending.set(made, () => {
      made.append(...items(look.entries, key));
    });
    if (state.isOpen(key, false)) open(made);
    return made;
  };

  const items = (children: readonly (readonly [string, unknown])[], parent: string) => {
    const made = children.slice(0, mostChildren).map(([name, value]) => item(name, value, parent));
    const rest = children.length - made.length;
    return rest > 0 ? [...made, element('vscode-tree-item', {}, words.more(rest))] : made;
  };

  const fill = (made: VscodeTreeItem): void => {
    pending.get(made)?.();
    pending.delete(made);
  };
  const open = (made: VscodeTreeItem): void => {
    made.open = true;
    fill(made);
  };

  tree.append(...items(entries, ''));
  new MutationObserver((records) => {
    for (const { target } of records) {
      if (!(target instanceof VscodeTreeItem)) continue;
      if (target.open) fill(target);
      state.setOpen(target.dataset['key'] ?? '', target.open);
    }
  }).observe(tree, { subtree: true, attributes: true, attributeFilter: ['open'] });
  return tree;
}
