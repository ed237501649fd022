/** `key` writes in place, however it is spelt, and everybody who looks sees it. */
import { action, computed, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Task {
  title: string;
  done: boolean;
  notes: { text: string }[];
}

export default pattern<{
  tasks?: Writable<Task[] | Default<[{ title: 'a'; done: false; notes: [{ text: 'x' }] }]>>;
}>(({ tasks }) => {
  const first = tasks.key(0);
  return {
    tasks,
    open: computed(() => tasks.get().filter((task) => !task.done).length),
    chained: action(() => tasks.key(0).key('done').set(true)),
    several: action(() => tasks.key(0, 'notes', 0, 'text').set('y')),
    throughCell: action(() => first.update({ title: 'b' })),
    missing: action(() => tasks.key(1).set({ title: 'c', done: false, notes: [] })),
  };
});
