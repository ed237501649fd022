/**
 * Tests of the to-do list: each step sends an event or checks a condition.
 *
 * Expect: four steps that pass. Change a number and the failed assertion shows what it compared.
 */
import { action, assert, pattern, TESTS } from 'commonfabric';
import Todo from './todo.tsx';

export default pattern(() => {
  const todo = Todo({ items: [{ title: 'Write a test', done: false }] });
  const addSleep = action(() => todo.add.send({ title: 'Sleep' }));

  return {
    [TESTS]: [
      { assertion: assert(() => todo.open === 1) },
      { action: addSleep },
      { assertion: assert(() => todo.open === 2) },
      { assertion: assert(() => todo.items[1]?.title === 'Sleep') },
    ],
  };
});
