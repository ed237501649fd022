/**
 * Answers host services from the fixtures of a run. Nothing leaves the process: an answer is looked
 * up, and the same request has the same answer each time.
 */
import { fixtureNotJson, fixtureStatus } from '../protocol/messages/fixtures.ts';
import { networkServices } from '../protocol/service-names.ts';
import type { Fixtures, ModelFixture, NetworkFixture } from '../protocol/fixtures.ts';
import type { RuntimePowers, ServiceAnswer, ServiceRequest } from '../runtime/index.ts';
import { base64ToBytes } from './base64.ts';

// Taken while the realm still has them.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export interface Answers extends Required<Pick<RuntimePowers, 'answer' | 'granted'>> {
  /** Adds answers to network requests, behind those that are there. */
  readonly add: (mocks: readonly NetworkFixture[]) => void;
  /** What answers a request to an address. */
  readonly network: (url: string) => NetworkFixture | undefined;
}

/** The services that ask the network. */
export const askNetwork: ReadonlySet<string> = new Set(networkServices);

/** Makes the answers of one run; `fixtures` is asked when the run is open. */
export function makeAnswers(fixtures: () => Fixtures | undefined): Answers {
  const mocks: NetworkFixture[] = [];

  const networkAnswers = (): readonly NetworkFixture[] => [...(fixtures()?.fetch ?? []), ...mocks];

  const networkFixture = (url: string): NetworkFixture | undefined =>
    networkAnswers().find((each) => meets(each, url));

  const find = (service: string, request: ServiceRequest): ServiceAnswer | undefined => {
    const given = fixtures();
    if (askNetwork.has(service)) {
      const found = networkFixture(request.url ?? '');
      const answer = found && networkAnswer(service, found);
      return service === 'cellFromUrl' ? answer && cellAnswer(answer) : answer;
    }
    switch (service) {
      case 'wish':
        return entry(given?.wish, request.query);
      case 'dataFile':
        return entry(given?.dataFile, request.path);
      case 'environment':
        return given?.environment && { value: given.environment };
      default: {
        const found = modelsOf(given, service).find(({ promptIncludes = '' }) =>
          (request.prompt ?? '').includes(promptIncludes),
        );
        return found && state(found.error, found.result, found.delayMs);
      }
    }
  };

  return Object.freeze<Answers>({
    answer: find,
    granted: (service) => {
      if (askNetwork.has(service)) return networkAnswers().length > 0;
      return modelsOf(fixtures(), service).length > 0;
    },
    network: networkFixture,
    add: (more) => void mocks.push(...more),
  });
}

function modelsOf(given: Fixtures | undefined, service: string): readonly ModelFixture[] {
  if (service !== 'generateText' && service !== 'generateObject' && service !== 'llm') return [];
  return given?.[service] ?? [];
}

function entry(
  table: Readonly<Record<string, unknown>> | undefined,
  key: string | undefined,
): ServiceAnswer | undefined {
  if (table === undefined || key === undefined || !Object.hasOwn(table, key)) return undefined;
  return { value: table[key] };
}

function meets({ url, urlIncludes }: NetworkFixture, asked: string): boolean {
  return url === undefined ? asked.includes(urlIncludes ?? '') : asked === url;
}

function state(error: string | undefined, result: unknown, delayMs = 0): ServiceAnswer {
  const value = error === undefined ? { result, error: undefined } : { result: undefined, error };
  return { value: { pending: false, ...value }, delayMs };
}

/** The state of a network service for an answer. */
export function networkAnswer(service: string, fixture: NetworkFixture): ServiceAnswer {
  const { status = 200, error, delayMs } = fixture;
  if (error !== undefined) return state(error, undefined, delayMs);
  if (status >= 400) return state(fixtureStatus({ status }).text, undefined, delayMs);
  if (service === 'fetchText') return state(undefined, textOf(fixture), delayMs);
  if (service === 'fetchBinary') return state(undefined, bytesOf(fixture), delayMs);
  if (Object.hasOwn(fixture, 'json')) return state(undefined, fixture.json, delayMs);
  try {
    return state(undefined, JSON.parse(textOf(fixture)), delayMs);
  } catch {
    if (service === 'fetchData' || service === 'streamData') {
      return state(undefined, textOf(fixture), delayMs);
    }
    return state(fixtureNotJson({}).text, undefined, delayMs);
  }
}

/** The state of `cellFromUrl` names its result otherwise. */
function cellAnswer({ value, delayMs = 0 }: ServiceAnswer): ServiceAnswer {
  const { pending, result: cell } = value as { pending: boolean; result: unknown };
  return { value: { pending, cell }, delayMs };
}

/** The body of an answer as text. */
export function textOf({ text, json, base64 }: NetworkFixture): string {
  if (text !== undefined) return text;
  if (base64 !== undefined) return decoder.decode(base64ToBytes(base64));
  return json === undefined ? '' : JSON.stringify(json);
}

/** The body of an answer as bytes. */
export function bytesOf(fixture: NetworkFixture): Uint8Array {
  const { base64 } = fixture;
  return (
    (base64 === undefined ? undefined : base64ToBytes(base64)) ?? encoder.encode(textOf(fixture))
  );
}

/** Answers granted by one test module; anything but a list of plain descriptions is left out. */
export function readMocks(encoded: unknown): NetworkFixture[] {
  if (!Array.isArray(encoded)) return [];
  return encoded.slice(0, 1000).flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { urlIncludes, status, body, base64Body, delayMs } = each as Record<string, unknown>;
    if (typeof urlIncludes !== 'string') return [];
    return [
      {
        urlIncludes,
        ...(typeof status === 'number' ? { status } : {}),
        ...(typeof body === 'string' ? { text: body } : {}),
        ...(typeof body === 'object' && body !== null ? { json: body } : {}),
        ...(typeof base64Body === 'string' ? { base64: base64Body } : {}),
        ...(typeof delayMs === 'number' ? { delayMs } : {}),
      },
    ];
  });
}
