/** Clicks the second row; the first stays as it is. */
import { action, assert, pattern, TESTS, UI } from 'commonfabric';
import Subject from './toggle-by-index.tsx';
import { elements, textOf } from '../view.ts';

export default pattern(() => {
  const subject = Subject({});
  const clickSecond = action(() => elements(subject[UI], 'li')[1]?.props.onClick.send());
  return {
    [TESTS]: [
      { assertion: assert(() => textOf(subject[UI]) === 'ab') },
      { action: clickSecond },
      { assertion: assert(() => textOf(subject[UI]) === 'ab ✓') },
      { assertion: assert(() => (subject as any).items[0].done === false) },
      { action: clickSecond },
      { assertion: assert(() => textOf(subject[UI]) === 'ab') },
    ],
  };
});
