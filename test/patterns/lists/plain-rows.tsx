/** `.map` of a plain array stays JavaScript's own, and its rows may still be live. */
import { action, computed, pattern, UI, Writable } from 'commonfabric';

const DAYS = ['Mon', 'Tue'];

export default pattern(() => {
  const hours = new Writable<Record<string, number>>({ Mon: 1, Tue: 2 });
  return {
    [UI]: (
      <ul>
        {DAYS.map((day, index) => (
          <li>
            {index}
            {day}
            {computed(() => hours.get()[day])}
          </li>
        ))}
      </ul>
    ),
    more: DAYS.map((day) => action(() => hours.key(day).set((hours.get()[day] ?? 0) + 1))),
    isArray: Array.isArray(DAYS.map(String)),
  };
});
