/** A child's default answers while the cell that it was given holds nothing; writes go through. */
import { action, pattern, Writable } from 'commonfabric';
import type { Default, Stream } from 'commonfabric';

const Child = pattern<
  { mood?: Writable<string | Default<'calm'>> },
  { mood: string; cheer: Stream<void> }
>(({ mood }) => ({
  mood: `${mood.get()}`,
  cheer: action(() => mood.set(`${mood.get()}, cheerful`)),
}));

export default pattern(() => {
  const mood = new Writable<string | undefined>(undefined);
  return { mood, child: Child({ mood: mood as never }) };
});
