/** The older way to draw: `h` without JSX. */
import { h, pattern, UI } from 'commonfabric';

const Tag = pattern<{ label: string }>(({ label }) => ({ [UI]: h('b', null, label) }));

export default pattern(() => ({
  [UI]: h('div', { id: 'root' }, 'text', [h('i', null, 'x'), 2], h(Tag, { label: 'tag' })),
}));
