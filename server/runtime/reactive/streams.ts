/** Streams take events; an event waits in the queue until the graph has settled. */
import type { Origin } from '../../protocol/wire.ts';
import type { Callable, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link, makeDoc, type Doc, type StreamNode } from '../store/nodes.ts';
import { rollBack } from '../store/write.ts';
import type { Shape } from '../store/shape.ts';
import { toStored } from '../store/to-stored.ts';
import { readLink } from '../face/read.ts';
import { nextCause, registerOwn } from './causes.ts';
import { makeFrame, withFrame } from './frames.ts';
import { makeLifetime } from './lifetime.ts';
import { promiseThen } from '../commons.ts';

interface StreamOptions {
  readonly name: string;
  readonly origin: Origin | null;
  readonly eventShape?: Shape | undefined;
  /** Called in a handler frame with the event as the handler declares it. */
  readonly invoke: (event: unknown) => unknown;
}

/** Makes a stream whose handler runs as one transaction. */
export function makeStream(run: RunState, options: StreamOptions): StreamNode {
  const { name, origin, invoke, eventShape } = options;
  const handle = (event: Doc): void => {
    const journal = new Map<Doc, unknown>();
    const lifetime = makeLifetime();
    const frame = makeFrame('handler', lifetime, origin, journal);
    const queued = run.queue.length;
    const started = run.fresh.length;
    const fail = (thrown: unknown): void =>
      run.powers.onFailure({ phase: 'handler', thrown, origin, stream: run.delivering ?? name });
    try {
      withFrame(run, frame, () => {
        const result = invoke(readLink(run, new Link(event, EMPTY_PATH, eventShape, false)));
        watchPromise(run, result, fail);
      });
    } catch (thrown) {
      rollBack(run, journal);
      run.queue.length = queued;
      run.fresh.length = started;
      lifetime.end();
      fail(thrown);
    }
  };
  const stream: StreamNode = Object.freeze({ kind: 'stream', name, origin, handle });
  registerOwn(run, nextCause(run, name, origin), stream);
  return stream;
}

/** The stream of an inline event function in a view. */
export function makeEventStream(run: RunState, name: string, callback: Callable): StreamNode {
  const { origin } = run.frame;
  return makeStream(run, { name, origin, invoke: (event) => callback(event) });
}

/** An asynchronous handler's rejection is its failure; what is not a promise is ignored. */
function watchPromise(run: RunState, result: unknown, fail: (thrown: unknown) => void): void {
  if (typeof result !== 'object' || result === null) return;
  const label = run.delivering;
  try {
    Reflect.apply(promiseThen, result, [
      undefined,
      (thrown: unknown) => {
        const outer = run.delivering;
        run.delivering = label;
        fail(thrown);
        run.delivering = outer;
      },
    ]);
  } catch {
    // Not a promise of this realm: there is nothing to wait for.
  }
}

/** Queues an event of the host. References in it stay references; the rest is copied. */
export function enqueue(run: RunState, stream: StreamNode, event: unknown, label: string): void {
  const stored = toStored(run, event, 'derived', 'event');
  run.queue.push({ stream, event: makeDoc(stored, { name: 'event', role: 'binding' }), label });
}

/** Queues an event of a pattern. */
export function sendTo(run: RunState, stream: StreamNode, event: unknown): void {
  enqueue(run, stream, event, stream.name);
  if (run.frame.kind === 'late') run.powers.requestSettle?.();
}
