/** Fills the form in as a person would. */
import { action, assert, pattern, TESTS, UI } from 'commonfabric';
import Subject from './form.tsx';
import { elements, textOf } from '../view.ts';

export default pattern(() => {
  const subject = Subject({}) as any;
  const inputs = () => elements(subject[UI], 'cf-input');
  const button = () => elements(subject[UI], 'cf-button')[0];
  return {
    [TESTS]: [
      { assertion: assert(() => button()?.props.disabled === true) },
      { action: action(() => button()?.props.onClick.send()) },
      { assertion: assert(() => subject.guests.length === 0) },
      {
        action: action(() => {
          inputs()[0]?.props.onChange.send({ target: { value: ' Ann ' } });
          inputs()[1]?.props.onChange.send({ target: { value: '3' } });
        }),
      },
      { assertion: assert(() => button()?.props.disabled === false) },
      { action: action(() => button()?.props.onClick.send()) },
      { assertion: assert(() => textOf(elements(subject[UI], 'li')) === 'Ann: 3') },
      { assertion: assert(() => textOf(elements(subject[UI], 'p')) === '3 seats') },
      { assertion: assert(() => inputs()[0]?.props.value === '') },
    ],
  };
});
