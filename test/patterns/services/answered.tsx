/** Requests that the fixtures answer: by address, by part of it, with an error, and anew. */
import {
  action,
  computed,
  fetchBinary,
  fetchJson,
  fetchJsonUnchecked,
  fetchText,
  generateObject,
  generateText,
  getPatternEnvironment,
  pattern,
  Writable,
} from 'commonfabric';

export default pattern(() => {
  const page = new Writable(1);
  const url = computed(() => `${getPatternEnvironment().apiUrl}items/${page.get()}`);
  const items = fetchJson<{ name: string }[]>({ url });
  const text = fetchText({ url: 'https://files.example/readme.txt' });
  const broken = fetchJsonUnchecked({ url: 'https://files.example/broken' });
  const bytes = fetchBinary({ url: 'https://files.example/bytes' });
  const capital = generateText({ prompt: 'What is the capital of France?' });
  const score = generateObject<{ score: number }>({ prompt: 'Score it' });
  return {
    names: computed(() => (items.result ?? []).map(({ name }) => name)),
    text: text.result,
    broken: computed(() => (broken.error ? 'failed' : 'fine')),
    brokenPending: broken.pending,
    bytes: computed(() => bytes.pending),
    capital: capital.result,
    score: computed(() => score.result!.score + 1),
    next: action(() => page.increment()),
  };
});
