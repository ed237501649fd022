/** Each place of a pattern body where an expression over reactive values becomes a live value. */
import { action, pattern, UI } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

const shout = (text: string) => `${text.toUpperCase()}!`;

export default pattern<{
  name?: Writable<string | Default<'ann'>>;
  age?: Writable<number | Default<17>>;
}>(({ name, age }) => {
  const adult = age.get() >= 18;
  const label = adult ? 'adult' : 'minor';
  const greeting = name.get() || 'nobody';
  return {
    adult,
    label,
    greeting,
    nextYear: age.get() + 1,
    notAdult: !adult,
    both: adult && label,
    either: adult || 'too young',
    fallback: name.get() ?? 'none',
    text: `${greeting} is ${age.get()}`,
    called: shout(greeting),
    list: [age.get() * 2, shout(label)],
    nested: { deep: { double: age.get() * 2 } },
    [UI]: (
      <p title={shout(label)} style={{ color: adult ? 'green' : 'red' }}>
        {greeting}
        {adult ? <b>over</b> : <i>under</i>}
        {adult && 'yes'}
      </p>
    ),
    birthday: action(() => age.increment()),
    rename: action(() => name.set('')),
  };
});
