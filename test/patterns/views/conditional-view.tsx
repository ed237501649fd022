/** Parts of a view that come and go with a cell, and with each row. */
import { action, ifElse, pattern, UI, Writable } from 'commonfabric';

export default pattern(() => {
  const open = new Writable(false);
  const names = new Writable<{ name: string; star: boolean }[]>([
    { name: 'a', star: true },
    { name: 'b', star: false },
  ]);
  return {
    [UI]: (
      <div>
        {open.get() ? <p>open</p> : <p>closed</p>}
        {open.get() && <p>also</p>}
        {ifElse(open, <p>if</p>, null)}
        {names.map(({ name, star }) => (
          <p class={star ? 'star' : ''} style={{ color: star ? 'gold' : 'grey', opacity: 1 }}>
            {name}
          </p>
        ))}
      </div>
    ),
    toggle: action(() => open.set(!open.get())),
    star: action(() => names.key(1).key('star').set(true)),
  };
});
