/** What can be wished for: the time and the home always, the rest when fixtures answer. */
import { computed, pattern, UI, wish } from 'commonfabric';

interface Profile {
  name: string;
}

export default pattern(() => {
  const { result: now } = wish<number>({ query: '#now' });
  const minute = wish<number>({ query: '#now/60' });
  const home = wish<{ recentPieces: unknown[] }>({ query: '#default' });
  const profile = wish<Profile>({ query: '#profile' });
  const nothing = wish<Profile>({ query: '#nobody' }); // finding PB1274
  return {
    wholeSecond: computed(() => now! % 1000 === 0),
    wholeMinute: computed(() => minute.result! % 60_000 === 0),
    home: computed(() => home.result!.recentPieces.length),
    name: computed(() => profile.result!.name),
    candidates: computed(() => profile.candidates.length),
    nothing: nothing.result,
    noCandidates: nothing.candidates,
    greeting: computed(() => (nothing.result ? nothing.result.name : 'nobody yet')),
    [UI]: <div>{profile[UI]}</div>,
  };
});
