/** Opens, then changes one row. */
import { assert, pattern, TESTS, UI } from 'commonfabric';
import Subject from './conditional-view.tsx';
import { elements, textOf } from '../view.ts';

export default pattern(() => {
  const subject = Subject({}) as any;
  return {
    [TESTS]: [
      { assertion: assert(() => textOf(subject[UI]) === 'closedab') },
      { action: subject.toggle },
      { assertion: assert(() => textOf(subject[UI]) === 'openalsoifab') },
      { assertion: assert(() => elements(subject[UI], 'p')[4]?.props.style.color === 'grey') },
      { action: subject.star },
      { assertion: assert(() => elements(subject[UI], 'p')[4]?.props.style.color === 'gold') },
      { assertion: assert(() => elements(subject[UI], 'p')[4]?.props.class === 'star') },
      { action: subject.toggle },
      { assertion: assert(() => textOf(subject[UI]) === 'closedab') },
    ],
  };
});
