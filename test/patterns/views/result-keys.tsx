/** The keys of a result that mean something to the host. */
import { CHIP_UI, computed, FS, NAME, pattern, TILE_UI, UI, uiVariant } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

const Card = pattern<{ title: string }>(({ title }) => ({
  [NAME]: title,
  [UI]: <cf-card>{title}</cf-card>,
  [TILE_UI]: <cf-tile>{title}</cf-tile>,
}));

export default pattern<{ title?: Writable<string | Default<'Notes'>> }>(({ title }) => {
  const card = Card({ title: title as never });
  return {
    [NAME]: computed(() => `All about ${title.get()}`),
    [UI]: <main>{uiVariant(card, 'tile')}</main>,
    [TILE_UI]: <b>tile of {title}</b>,
    [CHIP_UI]: <i>chip of {title}</i>,
    [FS]: { 'readme.md': computed(() => `# ${title.get()}`) },
    keys: [NAME, UI, TILE_UI, CHIP_UI, FS],
  };
});
