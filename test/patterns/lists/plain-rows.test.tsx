/** One action for each plain row. */
import { assert, pattern, TESTS, UI } from 'commonfabric';
import Subject from './plain-rows.tsx';
import { textOf } from '../view.ts';

export default pattern(() => {
  const subject = Subject({}) as any;
  return {
    [TESTS]: [
      { assertion: assert(() => textOf(subject[UI]) === '0Mon11Tue2') },
      { assertion: assert(() => subject.isArray) },
      { action: subject.more[1] },
      { assertion: assert(() => textOf(subject[UI]) === '0Mon11Tue3') },
    ],
  };
});
