/** A row of a filtered list binds to the original element. */
import { action, computed, handler, pattern, UI } from 'commonfabric';
import type { Default, Stream, VNode, Writable } from 'commonfabric';

interface Task {
  title: string;
  done: boolean;
}

const check = handler<{ target: { checked: boolean } }, { done: Writable<boolean> }>(
  ({ target }, { done }) => done.set(target.checked),
);

const Row = pattern<
  { task: Task },
  { check: Stream<{ target: { checked: boolean } }>; [UI]: VNode }
>(({ task }) => ({
  check: check({ done: task.done as never }),
  [UI]: <cf-checkbox $checked={task.done}>{task.title}</cf-checkbox>,
}));

export default pattern<{
  tasks?: Writable<Task[] | Default<[{ title: 'a'; done: false }, { title: 'b'; done: false }]>>;
}>(({ tasks }) => {
  const shown = computed(() => tasks.get().filter(({ title }) => title !== 'a'));
  return {
    tasks,
    rows: shown.map((task) => Row({ task })),
    reset: action(() => tasks.key(1).key('done').set(false)),
  };
});
