/// <cts-enable />
/** The older request, its address computed; and the older language model. */
import { cell, derive, fetchData, handler, llm, recipe, streamData, str } from 'commontools';
import type { Cell } from 'commontools';

const choose = handler<{ page: string }, { page: Cell<string> }>(({ page }, state) =>
  state.page.set(page),
);

export default recipe('Fetch', () => {
  const page = cell('first');
  const data = fetchData<{ title: string }>({
    url: str`https://api.example/${page}`,
    mode: 'json',
  });
  const stream = streamData<string>({ url: 'https://api.example/stream' });
  const answer = llm({ messages: ['Say hello'] });
  return {
    pending: data.pending,
    title: derive(data, ({ result }) => result?.title ?? 'none'),
    error: data.error,
    stream: stream.result,
    answer: answer.result,
    choose: choose({ page }),
  };
});
