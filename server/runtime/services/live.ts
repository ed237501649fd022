/** Requests that the host answers: computed from the request, so that another one is asked anew. */
import { derivedReference, bindInput } from '../builders/computations.ts';
import { describeValue } from '../describe.ts';
import { readContent, readLink } from '../face/read.ts';
import { plainCopy } from '../plain-copy.ts';
import type { CallSite, RunState } from '../run-state.ts';
import { noteService } from '../reactive/findings.ts';
import { EMPTY_PATH, Link, makeDoc, type Doc } from '../store/nodes.ts';
import { setDoc } from '../store/write.ts';
import type { ServiceAnswer, ServiceRequest } from '../api.ts';
import type { Origin } from '../../protocol/wire.ts';

const NOTHING_YET = Object.freeze({});

/** The state of a request, kept current; `pending` is its state until there is an answer. */
export function liveState(
  run: RunState,
  site: CallSite | null,
  service: string,
  request: unknown,
  pending: object,
): object {
  const bound = bindInput(run, request, undefined);
  let asked: { readonly key: string; readonly at: number } | undefined;
  const ask = makeAsker(run, service, site?.origin ?? run.frame.origin);
  return derivedReference(run, site, service, () => {
    const wanted = requestOf(run, readLink(run, bound));
    const answer = run.powers.answer?.(service, wanted);
    if (answer === undefined) {
      const live = isComplete(wanted) ? ask(wanted) : undefined;
      if (live !== undefined) return { ...pending, ...live };
      if (isComplete(wanted)) {
        const { url } = wanted;
        const asked = url === '' ? { name: service } : { name: service, about: url };
        noteService(run, asked, site?.origin ?? run.frame.origin);
      }
      return pending;
    }
    if ((answer.delayMs ?? 0) > 0) {
      const now = Number(readContent(run, new Link(run.arrivals, EMPTY_PATH, undefined, false)));
      const key = JSON.stringify(wanted);
      if (asked?.key !== key) asked = { key, at: now };
      if (asked.at >= now) return pending;
    }
    return { ...pending, ...(answer.value as object) };
  });
}

/** What was asked of the host: the document counts its answers, so that readers follow it. */
interface Asked {
  readonly arrived: Doc;
  answer: object;
}

/** Asks the host once for each request, and gives its answer as soon as it is there. */
function makeAsker(
  run: RunState,
  service: string,
  origin: Origin | null,
): (wanted: ServiceRequest) => object | undefined {
  // Has the frames of the builder's call, and says nothing until something is refused.
  const asker = new Error();
  const all = new Map<string, Asked>();
  const ask = (wanted: ServiceRequest): Asked | undefined => {
    const asked: Asked = { arrived: makeDoc(0, { name: service }), answer: NOTHING_YET };
    const onAnswer = ({ value, thrown }: ServiceAnswer): void => {
      asked.answer = value as object;
      setDoc(run, asked.arrived, 1);
      if (thrown === undefined) return;
      run.powers.onFailure({ phase: 'computation', thrown, origin, stream: null });
    };
    const possible = run.powers.request?.(service, wanted, onAnswer, asker) ?? false;
    return possible ? asked : undefined;
  };
  return (wanted) => {
    const key = JSON.stringify(wanted);
    const asked = all.get(key) ?? ask(wanted);
    if (asked === undefined) return undefined;
    all.set(key, asked);
    readContent(run, new Link(asked.arrived, EMPTY_PATH, undefined, false));
    return asked.answer;
  };
}

/** Lets delayed answers of earlier requests arrive. */
export function arrive(run: RunState): void {
  setDoc(run, run.arrivals, Number(run.arrivals.value) + 1);
}

/** Whether it says what it asks for; an address may still have to be computed. */
function isComplete({ url, prompt }: ServiceRequest): boolean {
  return url !== '' || prompt !== undefined;
}

/** What a fixture is chosen by. */
function requestOf(run: RunState, value: unknown): ServiceRequest {
  if (typeof value !== 'object' || value === null)
    return { url: typeof value === 'string' ? value : '' };
  const url = Reflect.get(value, 'url') as unknown;
  const options = Reflect.get(value, 'options') as unknown;
  const prompt = (Reflect.get(value, 'prompt') ?? Reflect.get(value, 'messages')) as unknown;
  return {
    url: typeof url === 'string' ? url : '',
    ...(options === undefined ? {} : { options: plainCopy(options) }),
    ...(prompt === undefined
      ? {}
      : { prompt: typeof prompt === 'string' ? prompt : describeValue(run, prompt) }),
  };
}
