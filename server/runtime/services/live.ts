/** Requests that the host answers: computed from the request, so that another one is asked anew. */
import { derivedReference, bindInput } from '../builders/computations.ts';
import { describeValue } from '../describe.ts';
import { readContent, readLink } from '../face/read.ts';
import type { CallSite, RunState } from '../run-state.ts';
import { noteService } from '../reactive/findings.ts';
import { EMPTY_PATH, Link } from '../store/nodes.ts';
import { setDoc } from '../store/write.ts';
import type { ServiceRequest } from '../api.ts';

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
  return derivedReference(run, site, service, () => {
    const wanted = requestOf(run, readLink(run, bound));
    const answer = run.powers.answer?.(service, wanted);
    if (answer === undefined) {
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
  const prompt = (Reflect.get(value, 'prompt') ?? Reflect.get(value, 'messages')) as unknown;
  return {
    url: typeof url === 'string' ? url : '',
    ...(prompt === undefined
      ? {}
      : { prompt: typeof prompt === 'string' ? prompt : describeValue(run, prompt) }),
  };
}
