/** What a branch made is gone with the branch: it computes nothing more. */
import { action, computed, pattern, Writable } from 'commonfabric';

const Detail = pattern<{ open: boolean; id: string }, { text: string }>(({ open, id }) => ({
  text: computed(() => {
    if (!open) throw new Error('the detail outlived its branch');
    return `detail of ${id}`;
  }),
}));

export default pattern(() => {
  const open = new Writable(true);
  return {
    detail: open.get() ? Detail({ open, id: 'a' }) : 'closed',
    close: action(() => open.set(false)),
    reopen: action(() => open.set(true)),
  };
});
