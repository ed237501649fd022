/**
 * A pattern that looks for a way out: files, environment, network, the process itself. The names
 * are put together at run time, so no check before the run can see them; what stops it is that the
 * sandbox holds nothing to find.
 *
 * Expect: "not there" or "refused" for every attempt. The network answers later, as it always does:
 * its refusal is a PermissionError at the call, and the run fails with it.
 */
import { computed, NAME, pattern, UI } from 'commonfabric';

const join = (...parts: string[]): string => parts.join('');

/** Code that the constructor of some function compiled, if it lets us. */
function compiled(constructorOf: object, code: string): unknown {
  const make = constructorOf.constructor as (code: string) => () => unknown;
  return make(code)();
}

const world = (name: string): unknown => (globalThis as Record<string, unknown>)[name];

const attempts = (): Record<string, () => unknown> => ({
  files: () => (world(join('req', 'uire')) as (name: string) => unknown)(join('f', 's')),
  environment: () => (world(join('pro', 'cess')) as { env: unknown }).env,
  network: () => (world(join('fet', 'ch')) as (url: string) => unknown)('http://127.0.0.1/'),
  socket: () =>
    new (world(join('Web', 'Socket')) as new (url: string) => unknown)('ws://127.0.0.1/'),
  'a function maker': () => compiled(() => 0, join('return pro', 'cess')),
  'an async function maker': () => compiled(async () => 0, join('return pro', 'cess')),
  'a generator maker': () => compiled(function* () {}, join('return pro', 'cess')),
  'an array maker': () => compiled([].constructor, join('return pro', 'cess')),
});

function outcome(attempt: () => unknown): string {
  try {
    const found = attempt();
    if (found instanceof Promise) return 'answers later';
    return found === undefined ? 'not there' : `found a ${typeof found}`;
  } catch (error) {
    return `refused: ${(error as Error).name}`;
  }
}

export default pattern(() => {
  const report = computed(() =>
    Object.entries(attempts()).map(([name, attempt]) => ({ name, outcome: outcome(attempt) })),
  );

  return {
    [NAME]: 'Tries files and network',
    [UI]: (
      <ul>
        {report.map((line) => (
          <li>
            {line.name}: {line.outcome}
          </li>
        ))}
      </ul>
    ),
    report,
  };
});
