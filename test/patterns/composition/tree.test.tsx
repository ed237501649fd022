/** Grows a leaf; the drawing has it. */
import { action, assert, pattern, TESTS, UI, Writable } from 'commonfabric';
import { Branch } from './tree.tsx';
import { textOf } from '../view.ts';

interface Tree {
  label: string;
  children: Tree[];
}

export default pattern(() => {
  const tree = new Writable<Tree>({ label: 'a', children: [{ label: 'b', children: [] }] });
  const root = Branch({ tree: tree as never });
  return {
    [TESTS]: [
      { assertion: assert(() => textOf(root[UI]) === 'ab' && root.size === 2) },
      {
        action: action(() =>
          tree.key('children', 0, 'children').push({ label: 'c', children: [] }),
        ),
      },
      { assertion: assert(() => textOf(root[UI]) === 'abc') },
      { assertion: assert(() => root.size === 3) },
    ],
  };
});
