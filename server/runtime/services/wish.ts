/** `wish`: asks for a piece or a value by name. `#now` and `#default` always have an answer. */
import { reference } from '../face/references.ts';
import { readContent } from '../face/read.ts';
import { makeStream } from '../reactive/streams.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link } from '../store/nodes.ts';
import { defineBuilder } from '../builders/define.ts';
import { answerOr, serviceState } from './services.ts';

const SECOND = 1000;

interface Known {
  readonly value: unknown;
}

/** What a query is answered with without any host; undefined when it needs one. */
function known(run: RunState, query: string): Known | undefined {
  const [tag = '', argument = ''] = query.split('/');
  if (tag === '#now') {
    const grid = Math.max(1, Number(argument) || 1) * SECOND;
    return { value: Math.floor(run.powers.now() / grid) * grid };
  }
  return tag === '#default' ? { value: defaultPiece(run) } : undefined;
}

/** The home of a user who has nothing yet. */
function defaultPiece(run: RunState): unknown {
  const stream = makeStream(run, { name: 'addPiece', origin: null, invoke: () => undefined });
  return {
    pieceRegistry: [],
    allPieces: [],
    allCharms: [],
    recentPieces: [],
    recentCharms: [],
    addPiece: reference(run, new Link(stream, EMPTY_PATH, undefined, false)),
    backlinksIndex: { mentionable: [] },
  };
}

/** The text of a query; it may be given as a reference. */
function textOf(run: RunState, query: unknown): string {
  if (typeof query !== 'object' || query === null) return String(query);
  const link = run.references.get(query);
  return link === undefined ? '' : String(readContent(run, link));
}

function answer(run: RunState, site: CallSite | null, request: unknown): object {
  const object = typeof request === 'object' && request !== null && !run.references.has(request);
  const query = textOf(run, object ? Reflect.get(request, 'query') : request);
  const found = run.powers.answer?.('wish', { query }) ?? known(run, query);
  const wished = { name: 'wish', about: query };
  if (!object) {
    if (found !== undefined) return serviceState(run, site, query, found.value);
    return answerOr(run, site, wished, () => undefined);
  }
  const state = { result: found?.value, candidates: [], error: undefined, $UI: null };
  if (found !== undefined)
    return serviceState(run, site, query, { ...state, candidates: [found.value] });
  return answerOr(run, site, wished, () => state);
}

/** `wish({ query })` gives `{ result, candidates, error }`; the older `wish("#tag")` the result. */
export function makeWish(run: RunState): Callable {
  return defineBuilder(
    run,
    (site): Callable =>
      (request) =>
        answer(run, site, request),
  );
}
