/** A failure in a child that a handler makes, and in one that is imported, is at the child's line. */
import { action, pattern, Writable } from 'commonfabric';
import { Fragile } from './fragile.tsx';

const Bad = pattern<{ n: number }>(() => {
  throw new Error('bad child'); // throws bad child
});

export default pattern(() => {
  const children = new Writable<unknown[]>([]);
  return {
    fragile: Fragile({ limit: 0 }),
    make: action(() => children.push(Bad({ n: 1 }))),
  };
});
