/** `handler`, `action` and bare streams. */
import { readLink } from '../face/read.ts';
import { reference } from '../face/references.ts';
import { makeStream } from '../reactive/streams.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link } from '../store/nodes.ts';
import type { Shape } from '../store/shape.ts';
import { bindInput } from './computations.ts';
import { defineBuilder, markFactory, parseArguments } from './define.ts';

function streamReference(
  run: RunState,
  site: CallSite | null,
  name: string,
  eventShape: Shape | undefined,
  invoke: (event: unknown) => unknown,
): object {
  const origin = site?.origin ?? run.frame.origin;
  const stream = makeStream(run, { name: site?.name ?? name, origin, eventShape, invoke });
  return reference(run, new Link(stream, EMPTY_PATH, undefined, false));
}

/** `handler(fn)`, `handler(event, state, fn)`: call the factory with the state to get a stream. */
export function makeHandler(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (...args) => {
    const { body, schemas } = parseArguments('handler', args);
    const eventShape = run.shapes.of(schemas[0]) ?? site?.event;
    const stateShape = run.shapes.of(schemas[1]) ?? site?.argument;
    const factory: Callable = (state) => {
      const bound = bindInput(run, state ?? {}, stateShape, 'binding');
      return streamReference(run, site, 'handler', eventShape, (event) =>
        body(event, readLink(run, bound)),
      );
    };
    Object.assign(factory, { with: factory, bind: factory });
    return markFactory(run, factory, 'handler');
  });
}

/** `action(fn)`: a handler that closes over the pattern's own names. */
export function makeAction(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (...args) => {
    const { body } = parseArguments('action', args);
    return streamReference(run, site, 'action', site?.event, (event) => body(event));
  });
}

/** `new Stream()` and `stream()`: events that nobody handles. */
export function makeStreamBuilder(run: RunState): Callable {
  return defineBuilder(
    run,
    (site): Callable =>
      function Stream() {
        return streamReference(run, site, 'stream', undefined, () => undefined);
      },
  );
}
