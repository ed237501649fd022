/** A pattern that draws itself for each of its children. */
import { computed, pattern, UI } from 'commonfabric';
import type { Default, VNode, Writable } from 'commonfabric';

interface Tree {
  label: string;
  children: Tree[];
}

export const Branch = pattern<{ tree: Tree }, { size: number; [UI]: VNode }>(({ tree }) => ({
  size: computed(() => countOf(tree)),
  [UI]: (
    <li>
      {tree.label}
      <ul>
        {tree.children.map((child) => (
          <Branch tree={child} />
        ))}
      </ul>
    </li>
  ),
}));
const countOf = ({ children }: Tree): number =>
  children.reduce((sum, child) => sum + countOf(child), 1);

export default pattern<{
  tree?: Writable<
    | Tree
    | Default<{
        label: 'a';
        children: [
          { label: 'b'; children: [] },
          { label: 'c'; children: [{ label: 'd'; children: [] }] },
        ];
      }>
  >;
}>(({ tree }) => ({ root: Branch({ tree: tree as never }), tree }));
