/** `ifElse`, `when` and `unless` with JavaScript's idea of true, and both generations of branches. */
import { action, ifElse, pattern, unless, when, Writable } from 'commonfabric';

export default pattern(() => {
  const text = new Writable('');
  const left = new Writable('left');
  const right = new Writable('right');
  return {
    chosen: ifElse(text, left, right),
    nested: ifElse(text, ifElse(left, 'both', 'text only'), 'no text'),
    when: when(text, left),
    unless: unless(text, right),
    fill: action(() => text.set('x')),
    changeLeft: action(() => left.set('LEFT')),
    clearLeft: action(() => left.set('')),
  };
});
