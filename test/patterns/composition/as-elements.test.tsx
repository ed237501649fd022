/** Walks the view: the drawn patterns are found inside the frame. */
import { action, assert, pattern, TESTS, UI, Writable } from 'commonfabric';
import Subject from './as-elements.tsx';
import { elements, textOf } from '../view.ts';

export default pattern(() => {
  const name = new Writable('Bob');
  const subject = Subject({ name });
  return {
    [TESTS]: [
      { assertion: assert(() => elements(subject[UI], 'section')[0]?.props.title === 'frame') },
      { assertion: assert(() => textOf(subject[UI]) === 'Bobfixed') },
      { assertion: assert(() => elements(subject[UI], 'cf-badge')[0]?.props.tone === 'calm') },
      { assertion: assert(() => elements(subject[UI], 'cf-badge')[1]?.props.tone === 'loud') },
      { assertion: assert(() => elements(subject[UI], 'cf-fragment').length === 1) },
      { render: subject[UI] },
      { action: action(() => name.set('Cy')) },
      { assertion: assert(() => textOf(subject[UI]) === 'Cyfixed') },
    ],
  };
});
