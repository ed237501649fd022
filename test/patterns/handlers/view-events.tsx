/** What a view's events can call: a bound handler, an action, a function in place, a child's stream. */
import { action, handler, pattern, UI, Writable } from 'commonfabric';
import type { Stream } from 'commonfabric';

const type = handler<{ target: { value: string } }, { text: Writable<string> }>(
  ({ target }, { text }) => text.set(target.value),
);
const press = handler<{ key: string; detail?: { message: string } }, { text: Writable<string> }>(
  ({ key, detail }, { text }) => {
    text.set(detail?.message ?? key);
  },
);
const Child = pattern<{ text: Writable<string> }, { clear: Stream<void> }>(({ text }) => ({
  clear: action(() => text.set('')),
}));

export default pattern(() => {
  const text = new Writable('start');
  const child = Child({ text });
  const shout = action(() => text.set(`${text.get()}!`));
  return {
    text,
    [UI]: (
      <form>
        <input onChange={type({ text })} />
        <cf-input oncf-keydown={press({ text })} />
        <button onClick={shout}>!</button>
        <button onClick={() => text.set('in place')}>in place</button>
        <button onClick={(event) => text.set(event.type)}>its event</button>
        <button onClick={child.clear}>clear</button>
      </form>
    ),
  };
});
