/** `navigateTo` leads nowhere here, and the handler that called it goes on. */
import { action, handler, navigateTo, pattern, Writable } from 'commonfabric';
import type { Default } from 'commonfabric';

const Page = pattern<{ title?: string | Default<'page'> }>(({ title }) => ({ title }));
const open = handler<void, { opened: Writable<number> }>((_event, { opened }) => {
  opened.increment();
  return navigateTo(Page({ title: 'opened' }));
});

export default pattern(() => {
  const opened = new Writable(0);
  return {
    opened,
    open: open({ opened }),
    home: action(() => {
      navigateTo(Page({}));
      opened.set(-1);
    }),
  };
});
