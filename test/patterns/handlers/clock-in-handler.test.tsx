/** Two readings in one event are the same, and no finer than a second. */
import { action, assert, pattern, TESTS } from 'commonfabric';
import Subject from './clock-in-handler.tsx';

export default pattern(() => {
  const subject = Subject({}) as any;
  return {
    [TESTS]: [
      { action: action(() => subject.tick.send()) },
      { assertion: assert(() => subject.stamps[0] % 1000 === 0) },
      { assertion: assert(() => subject.stamps[2] === 0) },
      { action: action(() => subject.roll.send()) },
      { assertion: assert(() => subject.chance === 1) },
    ],
  };
});
