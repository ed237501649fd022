/** A choice is a link to what was chosen: who reads it meets the very same element. */
import { action, assert, equals, ifElse, pattern, TESTS, Writable } from 'commonfabric';

export default pattern(() => {
  const first = new Writable(true);
  const one = new Writable({ n: 1 });
  const two = new Writable({ n: 2 });
  const chosen = ifElse(first, one, two);
  return {
    [TESTS]: [
      { assertion: assert(() => equals(chosen, one)) },
      { action: action(() => first.set(false)) },
      { assertion: assert(() => equals(chosen, two) && !equals(chosen, one)) },
      { action: action(() => two.key('n').set(3)) },
      { assertion: assert(() => (chosen as unknown as { n: number }).n === 3) },
    ],
  };
});
