/** A form: inputs tell what was typed, the button adds it, the list draws what was added. */
import { action, computed, NAME, pattern, UI, Writable } from 'commonfabric';
import type { Default } from 'commonfabric';

interface Guest {
  name: string;
  seats: number;
}

interface Typed {
  target: { value: string };
}

export default pattern<{ guests?: Writable<Guest[] | Default<[]>> }>(({ guests }) => {
  const name = new Writable('');
  const seats = new Writable(1);
  const total = computed(() => guests.get().reduce((sum, guest) => sum + guest.seats, 0));
  const typeName = action<Typed>(({ target }) => name.set(target.value));
  const typeSeats = action<Typed>(({ target }) => seats.set(Number(target.value)));
  const add = action(() => {
    if (name.get().trim() === '') return;
    guests.push({ name: name.get().trim(), seats: seats.get() });
    name.set('');
    seats.set(1);
  });
  return {
    [NAME]: computed(() => `${guests.get().length} guests`),
    [UI]: (
      <cf-vstack>
        <cf-input value={name} placeholder="Name" onChange={typeName} />
        <cf-input value={seats} type="number" onChange={typeSeats} />
        <cf-button onClick={add} disabled={name.get().trim() === ''}>
          Add
        </cf-button>
        <ul>
          {guests.map((guest) => (
            <li>
              {guest.name}: {guest.seats}
            </li>
          ))}
        </ul>
        <p>{total} seats</p>
      </cf-vstack>
    ),
    guests,
    total,
  };
});
