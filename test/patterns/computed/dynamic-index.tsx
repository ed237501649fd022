/** A reactive object and a reactive list are indexed by a reactive key. */
import { action, computed, pattern, UI, Writable } from 'commonfabric';

export default pattern(() => {
  const prices = new Writable<Record<string, number>>({ tea: 2, cake: 5 });
  const chosen = new Writable('tea');
  const steps = computed(() => ['first', 'second']);
  const at = new Writable(0);
  return {
    price: computed(() => prices.get()[chosen.get()] ?? 'none'),
    step: computed(() => steps[at.get()]),
    [UI]: <p>{prices.get()[chosen.get()]}</p>,
    takeCake: action(() => chosen.set('cake')),
    takeNothing: action(() => chosen.set('water')),
    next: action(() => at.increment()),
  };
});
