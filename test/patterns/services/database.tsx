/** A database without a grant: queries stay pending, writes do nothing, the rest of the pattern runs. */
import { action, cfSqlite, computed, pattern, sqliteDatabase, table, Writable } from 'commonfabric';

const notes = table({ id: 'INTEGER', text: 'TEXT' });

export default pattern(() => {
  const database = sqliteDatabase({ tables: { notes } }); // finding PB1276
  const rows = database.query<{ text: string }>('select text from notes');
  const written = new Writable(0);
  return {
    hasHelpers: typeof cfSqlite.table === 'function',
    pending: rows.pending,
    count: computed(() => rows.result?.length ?? -1),
    written,
    write: action(() => {
      database.exec('insert into notes (text) values (?)', ['x']);
      written.increment();
    }),
  };
});
