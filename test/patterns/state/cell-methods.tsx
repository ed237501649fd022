/** Every method that changes a cell, each from an action of its own. */
import { action, pattern, Writable } from 'commonfabric';

interface Point {
  x: number;
  y: number;
}

export default pattern(() => {
  const count = new Writable(1);
  const point = new Writable<Point>({ x: 1, y: 2 });
  const tags = new Writable<string[]>(['a', 'b', 'a']);
  return {
    count,
    point,
    tags,
    one: action(() => count.increment()),
    ten: action(() => count.increment(10)),
    moveX: action(() => point.update({ x: 5 })),
    moveY: action(() => point.key('y').set(7)),
    replace: action(() => point.set({ x: 0, y: 0 })),
    push: action(() => tags.push('c', 'd')),
    unique: action(() => tags.addUnique('c', 'e')),
    remove: action(() => tags.remove('a')),
    removeAll: action(() => tags.removeAll('a')),
    removeByValue: action(() => tags.removeByValue('b')),
  };
});
