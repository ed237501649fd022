/** Changes the outer item, an inner list and its end. */
import { assert, pattern, TESTS, UI } from 'commonfabric';
import Subject from './nested-rows.tsx';
import { textOf } from '../view.ts';

export default pattern(() => {
  const subject = Subject({});
  return {
    [TESTS]: [
      { assertion: assert(() => textOf(subject[UI]) === 'x:a x:b ') },
      { action: subject.relabel as any },
      { assertion: assert(() => textOf(subject[UI]) === 'z:a z:b ') },
      { action: subject.join as any },
      { assertion: assert(() => textOf(subject[UI]) === 'z:a z:b y:c ') },
      { action: subject.leave as any },
      { assertion: assert(() => textOf(subject[UI]) === 'y:c ') },
    ],
  };
});
