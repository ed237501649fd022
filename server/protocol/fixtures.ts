/**
 * The fixtures file beside a pattern: what the host services answer, so that a run needs no host
 * and gives the same each time. A workspace's content is untrusted, so it is checked here.
 */
import * as v from 'valibot';
import type { AskedService } from './result.ts';
import { reasonWords } from './messages/reason-words.ts';
import { networkServices } from './service-names.ts';

/** Characters that a fixtures file may have. */
export const MAX_FIXTURES_TEXT = 4 * 1024 * 1024;
/** Answers of one service. */
const MAX_ANSWERS = 1000;

const MAX_TEXT = 4096;
const Text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.optional(v.pipe(v.array(item), v.maxLength(MAX_ANSWERS)));
const table = v.optional(
  v.pipe(
    // `record` alone takes an array too.
    v.unknown(),
    v.check((answers) => !Array.isArray(answers), reasonWords.mustBeObject),
    v.record(v.string(), v.unknown()),
    v.check((answers) => Object.keys(answers).length <= MAX_ANSWERS, reasonWords.tooManyAnswers),
  ),
);
const DelayMs = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000)));

/** The answer to requests for an address. */
export const NetworkFixture = v.pipe(
  v.strictObject({
    url: v.optional(Text),
    urlIncludes: v.optional(Text),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
    json: v.optional(v.unknown()),
    text: v.optional(v.string()),
    base64: v.optional(v.pipe(v.string(), v.base64())),
    error: v.optional(Text),
    delayMs: DelayMs,
  }),
  v.check(
    ({ url, urlIncludes }) => (url === undefined) !== (urlIncludes === undefined),
    reasonWords.eitherAddress,
  ),
);
export type NetworkFixture = v.InferOutput<typeof NetworkFixture>;

/** The answer of a language model. */
export const ModelFixture = v.strictObject({
  promptIncludes: v.optional(Text),
  result: v.optional(v.unknown()),
  error: v.optional(Text),
  delayMs: DelayMs,
});
export type ModelFixture = v.InferOutput<typeof ModelFixture>;

export const Fixtures = v.strictObject({
  $schema: v.optional(v.string()),
  environment: v.optional(v.strictObject({ apiUrl: Text })),
  /** Answers by query: `"#profile"`. */
  wish: table,
  /** The contents of data files, by path. */
  dataFile: table,
  /** For fetchJson, fetchJsonUnchecked, fetchText, fetchBinary, fetchData and streamData. */
  fetch: list(NetworkFixture),
  generateText: list(ModelFixture),
  generateObject: list(ModelFixture),
  llm: list(ModelFixture),
});
export type Fixtures = v.InferOutput<typeof Fixtures>;

/** Fixtures from the text of a file, or the first thing that is wrong with it. */
export function parseFixtures(
  text: string,
): { readonly fixtures: Fixtures } | { readonly reason: string } {
  if (text.length > MAX_FIXTURES_TEXT) {
    return { reason: reasonWords.longerThan(MAX_FIXTURES_TEXT) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { reason: reasonWords.notJson };
  }
  if (Array.isArray(value)) return { reason: reasonWords.isNoObject };
  const parsed = v.safeParse(Fixtures, value);
  if (parsed.success) return { fixtures: parsed.output };
  const [issue] = parsed.issues;
  const at = v.getDotPath(issue);
  return { reason: at === null ? issue.message : `${at}: ${issue.message}` };
}

/** Where the answers of each service stand; services without one cannot be answered. */
const sections: ReadonlyMap<string, keyof Fixtures> = new Map([
  ['wish', 'wish'],
  ['dataFile', 'dataFile'],
  ['generateText', 'generateText'],
  ['generateObject', 'generateObject'],
  ['llm', 'llm'],
  ...networkServices.map((name) => [name, 'fetch'] as const),
]);

/** Whether a fixtures file can answer a service. */
export function isAnswerable({ name }: AskedService): boolean {
  return sections.has(name);
}

/** The text of a fixtures file with an empty answer to each request, to be filled in. */
export function fixturesTextFor(services: readonly AskedService[]): string {
  const about = (wanted: keyof Fixtures): AskedService[] =>
    services.filter(({ name }) => sections.get(name) === wanted);
  const table = (wanted: 'wish' | 'dataFile', key: string, value: unknown): unknown =>
    Object.fromEntries(about(wanted).map((each) => [each.about?.slice(0, MAX_TEXT) ?? key, value]));
  const made = {
    wish: table('wish', '#query', {}),
    dataFile: table('dataFile', 'file.txt', ''),
    fetch: fetchAnswers(about('fetch')),
    generateText: [{ result: '' }],
    generateObject: [{ result: {} }],
    llm: [{ result: '' }],
  };
  const used = Object.entries(made).filter(([section]) => about(section as keyof Fixtures).length);
  return `${JSON.stringify(Object.fromEntries(used), null, 2)}\n`;
}

/** One entry for each address; an address that is computed is met by a part of it. */
function fetchAnswers(services: readonly AskedService[]): NetworkFixture[] {
  const byAddress = new Map<string, NetworkFixture>();
  for (const { name, about = '' } of services) {
    const whole = about !== '' && about.length <= MAX_TEXT;
    const address = whole ? { url: about } : { urlIncludes: 'https://' };
    byAddress.set(whole ? about : '', { ...address, ...emptyBody(name) });
  }
  // The first entry that fits answers, so the one that fits all comes last.
  return [...byAddress].sort(([a], [b]) => Number(a === '') - Number(b === '')).map(([, it]) => it);
}

function emptyBody(name: string): Partial<NetworkFixture> {
  if (name === 'fetchText' || name === 'streamData') return { text: '' };
  if (name === 'fetchBinary') return { base64: 'AA==' };
  return { json: name === 'fetchProgram' ? { main: '/main.tsx', files: [] } : {} };
}
