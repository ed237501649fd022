/** Whose value it is: one user with one session sees no difference. */
import { action, pattern } from 'commonfabric';
import type { Default, PerSession, PerSpace, PerUser, Writable } from 'commonfabric';

interface Input {
  mine?: PerUser<Writable<number | Default<1>>>;
  now?: PerSession<Writable<number | Default<2>>>;
  ours?: PerSpace<Writable<number | Default<3>>>;
}

export default pattern<Input>(({ mine, now, ours }) => ({
  mine,
  now,
  ours,
  sum: mine.get() + now.get() + ours.get(),
  raise: action(() => {
    for (const each of [mine, now, ours]) each.set(each.get() * 10);
  }),
}));
