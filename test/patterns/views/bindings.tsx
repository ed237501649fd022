/** `$name` binds to a cell, to a path of one, or to a field of a row's item, and follows it. */
import { action, pattern, UI, Writable } from 'commonfabric';

interface Row {
  title: string;
  done: boolean;
}

export default pattern(() => {
  const text = new Writable('text');
  const form = new Writable({ name: 'Ann', address: { town: 'Oslo' } });
  const rows = new Writable<Row[]>([{ title: 'a', done: false }]);
  return {
    [UI]: (
      <div>
        <cf-input $value={text} />
        <cf-input $value={form.key('name')} />
        <cf-input $value={form.key('address').key('town')} />
        {rows.map((row) => (
          <cf-checkbox $checked={row.done} $title={row.title} />
        ))}
      </div>
    ),
    change: action(() => {
      text.set('new');
      form.key('name').set('Bea');
      form.set({ ...form.get(), address: { town: 'Rome' } });
      rows.key(0).key('done').set(true);
    }),
  };
});
