/**
 * Host services. None is granted here: each gives the state that its API defines for "no answer
 * yet", with a finding, so that the rest of the pattern runs. `answer` of the powers is asked first.
 */
import { reference } from '../face/references.ts';
import { makeStream } from '../reactive/streams.ts';
import type { AskedService } from '../../protocol/result.ts';
import { maskText } from '../../protocol/secrets.ts';
import { networkServices } from '../../protocol/service-names.ts';
import { labelOf, noteNavigation, noteService } from '../reactive/findings.ts';
import { traceNavigation, tracePermission } from '../reactive/trace.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link, makeDoc } from '../store/nodes.ts';
import { toStored } from '../store/to-stored.ts';
import { describePiece } from '../describe.ts';
import { inertCopy } from '../inert.ts';
import { defineBuilder } from '../builders/define.ts';
import { liveState } from './live.ts';
import { makeWish } from './wish.ts';

/** A reference to a state that the host would keep up to date. */
export function serviceState(
  run: RunState,
  site: CallSite | null,
  name: string,
  state: unknown,
): object {
  const doc = makeDoc(toStored(run, state, 'doc', name), { name: site?.name ?? name });
  return reference(run, new Link(doc, EMPTY_PATH, undefined, false));
}

/** The answer of the host, or the given state and a finding. */
export function answerOr(
  run: RunState,
  site: CallSite | null,
  service: AskedService,
  state: () => unknown,
): object {
  const answer = run.powers.answer?.(service.name, {});
  const origin = site?.origin ?? run.frame.origin;
  if (answer === undefined) noteService(run, service, origin);
  else tracePermission(run, labelOf(service), true, origin);
  return serviceState(run, site, labelOf(service), answer === undefined ? state() : answer.value);
}

/** The address that a request names in so many words. */
function addressIn(run: RunState, request: unknown): string | undefined {
  if (typeof request === 'string') return request;
  if (typeof request !== 'object' || request === null || run.references.has(request)) {
    return undefined;
  }
  const url: unknown = Reflect.get(request, 'url');
  return typeof url === 'string' ? url : undefined;
}

/** A stream whose events nobody takes. */
function deafStream(run: RunState, name: string): object {
  const stream = makeStream(run, { name, origin: run.frame.origin, invoke: () => undefined });
  return reference(run, new Link(stream, EMPTY_PATH, undefined, false));
}

const PENDING = Object.freeze({ pending: true, result: undefined, error: undefined });

/** Services whose state is `{ pending, result, error }`. */
const REQUESTS = [
  ...networkServices.filter((name) => name !== 'cellFromUrl'),
  'compileAndRun',
  'sqliteQuery',
] as const;

/** Services of a language model. */
const MODELS = ['generateText', 'generateObject', 'llm'] as const;

function dialogState(run: RunState): unknown {
  const streams = ['addMessage', 'cancelGeneration', 'pinCell', 'unpinAllCells'];
  return {
    pending: false,
    error: undefined,
    pinnedCells: [],
    flattenedTools: {},
    ...Object.fromEntries(streams.map((name) => [name, deafStream(run, name)])),
  };
}

function makeDatabase(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => () => {
    noteService(run, { name: 'sqliteDatabase' }, site?.origin ?? run.frame.origin);
    const query = (): object => serviceState(run, site, 'query', PENDING);
    return Object.freeze({ exec: () => undefined, query });
  });
}

const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

/** The environment: a variable that no rule allows is refused, where undefined would only puzzle. */
function guardNames(run: RunState, environment: unknown): unknown {
  const refusal = run.powers.environmentRefused;
  if (refusal === undefined || typeof environment !== 'object' || environment === null) {
    return environment;
  }
  return new Proxy(environment, {
    get: (target, name) => {
      if (typeof name === 'string' && VARIABLE.test(name) && !Object.hasOwn(target, name)) {
        throw refusal(name);
      }
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** Every service by its name. */
export function makeServices(run: RunState): Readonly<Record<string, unknown>> {
  const service = (name: string, state: () => unknown): Callable =>
    defineBuilder(
      run,
      (site): Callable =>
        (request) =>
          run.powers.granted?.(name) === true
            ? liveState(run, site, name, request, state() as object)
            : answerOr(run, site, { name, about: addressIn(run, request) }, state),
    );
  const table = Object.freeze((schema: unknown) => schema);
  const environment = (): unknown =>
    guardNames(
      run,
      inertCopy(run.powers.answer?.('environment', {})?.value ?? { apiUrl: 'http://localhost/' }),
    );
  return {
    ...Object.fromEntries(REQUESTS.map((name) => [name, service(name, () => PENDING)])),
    ...Object.fromEntries(
      MODELS.map((name) => [
        name,
        service(name, () => ({
          ...PENDING,
          partial: undefined,
          cancelGeneration: deafStream(run, 'cancelGeneration'),
        })),
      ]),
    ),
    llmDialog: service('llmDialog', () => dialogState(run)),
    cellFromUrl: service('cellFromUrl', () => ({ pending: true, cell: undefined })),
    wish: makeWish(run),
    navigateTo: defineBuilder(run, (site): Callable => (target) => {
      const origin = site?.origin ?? run.frame.origin;
      traceNavigation(run, target, origin);
      noteNavigation(run, maskText(describePiece(run, target)), origin);
      return serviceState(run, site, 'navigateTo', true);
    }),
    sqliteDatabase: makeDatabase(run),
    cfSqlite: Object.freeze({ table }),
    table,
    dataFile: defineBuilder(run, (site): Callable => (path) => {
      const answer = run.powers.answer?.('dataFile', { path: String(path) });
      if (answer === undefined) {
        const service = { name: 'dataFile', about: String(path) };
        noteService(run, service, site?.origin ?? run.frame.origin);
      }
      return inertCopy(answer?.value);
    }),
    getPatternEnvironment: Object.freeze(environment),
    getRecipeEnvironment: Object.freeze(environment),
  };
}
