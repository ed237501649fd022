/** An event declares what it carries: a cell that is dropped here is written here. */
import { handler, pattern } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Card {
  title: string;
}

const drop = handler<{ detail: { sourceCell: Writable<Card> } }>(({ detail }) => {
  detail.sourceCell.key('title').set(`${detail.sourceCell.get().title}, dropped`);
});
const drag = handler<
  void,
  { card: Writable<Card>; target: Stream<{ detail: { sourceCell: Writable<Card> } }> }
>((_event, { card, target }) => target.send({ detail: { sourceCell: card } }));

export default pattern<{ cards?: Writable<Card[] | Default<[{ title: 'a' }, { title: 'b' }]>> }>(
  ({ cards }) => {
    const target = drop();
    return {
      cards,
      drags: cards.map((card) => drag({ card: card as never, target: target as never })),
    };
  },
);
