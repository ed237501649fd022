/** Two computations that chase each other are stopped; the rest of the pattern goes on. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const ping = new Writable(0);
  const pong = new Writable(0);
  const other = new Writable('still');
  computed(() => ping.set(pong.get() + 1)); // finding PB1270
  computed(() => pong.set(ping.get() + 1)); // finding PB1270
  return { other, change: action(() => other.set('alive')) };
});
