/// <cts-enable />
/** A test of the older API: the key `tests`, assertions that are computed booleans. */
import { action, computed, pattern } from 'commontools';
import Subject from './recipe-forms.tsx';

export default pattern(() => {
  const subject = Subject({ n: 10 }) as any;
  const isTen = computed(() => subject.n === 10);
  const isEleven = computed(() => subject.n === 11);
  const raise = action(() => subject.raise.send({}));
  return { tests: [{ assertion: isTen }, { action: raise }, { assertion: isEleven }], subject };
});
