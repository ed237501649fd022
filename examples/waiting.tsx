/**
 * A computation whose input has not arrived: that is waiting, not failing.
 *
 * Expect: success, and one line "waiting for profile". With
 * `--input '{"profile":{"name":"Ada"}}'` the greeting is there.
 */
import { computed, NAME, pattern, UI } from 'commonfabric';

interface Input {
  profile: { name: string };
}

export default pattern<Input>(({ profile }) => {
  const greeting = computed(() => `Hello, ${profile.name.toUpperCase()}`);
  return {
    [NAME]: 'Waiting',
    [UI]: <p>{greeting}</p>,
    greeting,
  };
});
