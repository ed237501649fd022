/** What `.get()` gives cannot be changed; a copy can, and is set. */
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const list = new Writable([3, 1, 2]);
  const box = new Writable({ inner: { n: 1 } });
  const refused = new Writable<string[]>([]);
  const attempt = (name: string, change: () => void) => {
    try {
      change();
    } catch (error) {
      refused.push(`${name}: ${(error as Error).name}`);
    }
  };
  return {
    list,
    box,
    refused,
    inPlace: action(() => {
      attempt('push', () => list.get().push(4));
      attempt('sort', () => list.get().sort());
      attempt('assign', () => {
        box.get().inner.n = 2;
      });
      attempt('delete', () => {
        delete (box.get() as { inner?: unknown }).inner;
      });
    }),
    copied: action(() => {
      list.set([...list.get()].sort());
      list.set(list.get().toSpliced(0, 1));
      box.set({ ...box.get(), inner: { n: 2 } });
    }),
  };
});
