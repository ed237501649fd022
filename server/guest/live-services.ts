/**
 * Answers host services from the host itself, where the user has allowed some of it. Fixtures are
 * asked first; what they do not answer comes here.
 */
import { permissionRefused } from '../protocol/messages/permissions.ts';
import type { RuntimePowers, ServiceAnswer, ServiceRequest } from '../runtime/index.ts';
import { requestOf } from './fetch.ts';
import { askNetwork, networkAnswer } from './fixtures.ts';
import type { HostCalls, Outcome, ResponseReply } from './host-calls.ts';
import { makeRefusal, refusalOf } from './refusals.ts';

export type LiveServices = Required<
  Pick<RuntimePowers, 'answer' | 'request' | 'environmentRefused' | 'granted'>
>;

const refusedState = (error: unknown): object => ({
  pending: false,
  result: undefined,
  error: error instanceof Error ? error.message : String(error),
});

/** `options` as `fetch` takes them; a body that is data is sent as JSON. */
function initOf(options: unknown): unknown {
  if (typeof options !== 'object' || options === null) return undefined;
  const { body } = options as { readonly body?: unknown };
  return typeof body === 'object' && body !== null
    ? { ...options, body: JSON.stringify(body) }
    : options;
}

/** Makes the services of one run. */
export function makeLiveServices(calls: HostCalls): LiveServices {
  /** The file's text; what forbids it is thrown at the call. */
  const dataFile = (path: string): ServiceAnswer | undefined => {
    if (!calls.granted().read) return undefined;
    const outcome = calls.read(path);
    if ('error' in outcome) throw outcome.error;
    return outcome;
  };

  const environment = (): ServiceAnswer | undefined => {
    const { env, environment: values } = calls.granted();
    const { API_URL: apiUrl = 'http://localhost/' } = values;
    return env ? { value: { apiUrl, ...values } } : undefined;
  };

  return Object.freeze<LiveServices>({
    granted: (service) => askNetwork.has(service) && calls.granted().net,
    answer: (service, { path }: ServiceRequest) => {
      if (service === 'dataFile' && path !== undefined) return dataFile(path);
      return service === 'environment' ? environment() : undefined;
    },
    request: (service, { url = '', options }, onAnswer, asker) => {
      if (!askNetwork.has(service) || !calls.granted().net) return false;
      const onOutcome = (outcome: Outcome<ResponseReply>): void => {
        if ('value' in outcome) {
          const { status, body } = outcome.value;
          onAnswer(networkAnswer(service, { url, status, base64: body }));
          return;
        }
        const { error } = outcome;
        const isRefusal = refusalOf(error) !== null;
        onAnswer({ value: refusedState(error), ...(isRefusal ? { thrown: error } : {}) });
      };
      calls.fetch(requestOf(url, initOf(options)), onOutcome, asker);
      return true;
    },
    environmentRefused: (target) => {
      const refusal = { kind: 'permission', scope: 'environment', target } as const;
      const reason = calls.granted().env ? ({ reason: 'rule' } as const) : {};
      return makeRefusal({ ...refusal, ...reason }, permissionRefused({ ...refusal, ...reason }));
    },
  });
}
