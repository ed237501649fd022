/** Values as text, for authors who look at them. */
import {
  action,
  computed,
  pattern,
  toCompactDebugString,
  toIndentedDebugString,
  Writable,
} from 'commonfabric';

export default pattern(() => {
  const value = new Writable<unknown>({ a: [1, { b: 'x' }] });
  return {
    compact: computed(() => toCompactDebugString(value.get())),
    indented: computed(() => toIndentedDebugString(value.get()).split('\n').length > 3),
    mentions: computed(() => toIndentedDebugString(value.get()).includes('"b": "x"')),
    text: action(() => value.set('word')),
  };
});
