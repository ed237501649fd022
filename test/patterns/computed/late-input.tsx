/** A computation over an input that has not arrived waits; it runs once the input is there. */
import { computed, handler, pattern } from 'commonfabric';
import type { Writable } from 'commonfabric';

interface Profile {
  name: { first: string; last: string };
}

const arrive = handler<{ first: string; last: string }, { profile: Writable<Profile | undefined> }>(
  (name, { profile }) => profile.set({ name }),
);

export default pattern<{ profile: Profile }>(({ profile }) => {
  const full = computed(() => `${profile.name.first} ${profile.name.last}`);
  return {
    full,
    shout: computed(() => full.toUpperCase()),
    independent: computed(() => 1 + 1),
    arrive: arrive({ profile: profile as never }),
  };
});
