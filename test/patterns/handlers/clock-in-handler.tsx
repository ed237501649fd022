/** In a handler the clock ticks in whole seconds, and chance is there. */
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const stamps = new Writable<number[]>([]);
  const chance = new Writable<number | undefined>(undefined);
  return {
    stamps,
    chance,
    tick: action(() => stamps.push(Date.now(), new Date().getTime(), new Date(0).getTime())),
    roll: action(() => chance.set(Math.random() < 1 ? 1 : 0)),
  };
});
