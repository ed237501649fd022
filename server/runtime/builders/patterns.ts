/** `pattern` and `recipe`, and what calling one makes. Run model, rules 2 and 16. */
import { linkOf } from '../face/identity.ts';
import { reference } from '../face/references.ts';
import { docFor, makeCause, nextCause, registerOwn } from '../reactive/causes.ts';
import { makeFrame, withFrame } from '../reactive/frames.ts';
import { makeEventStream } from '../reactive/streams.ts';
import { traceInstance } from '../reactive/trace.ts';
import type { Callable, PatternDefinition, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link, makeDoc } from '../store/nodes.ts';
import type { Shape } from '../store/shape.ts';
import { toStored } from '../store/to-stored.ts';
import { stepInto } from '../store/walk.ts';
import { setDoc } from '../store/write.ts';
import { defineBuilder, markFactory, parseArguments } from './define.ts';

/** The builder of patterns; both generations use it. */
export function makePatternBuilder(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (...args) => {
    const { body, schemas, name } = parseArguments('pattern', args);
    const definition: PatternDefinition = {
      body,
      argument: run.shapes.of(schemas[0]) ?? site?.argument,
      result: run.shapes.of(schemas[1]) ?? site?.result,
      name: name ?? site?.name ?? 'pattern',
      origin: site?.origin ?? null,
    };
    return makeFactory(run, definition);
  });
}

function makeFactory(run: RunState, definition: PatternDefinition): Callable {
  const factory: Callable = (input) =>
    reference(run, instantiatePattern(run, definition, input, definition.name));
  const itself = Object.freeze(() => factory);
  Object.assign(factory, { asScope: itself, inSpace: itself });
  run.patterns.set(factory, definition);
  return markFactory(run, factory, 'pattern');
}

/** Runs the body once, in a pattern frame; gives the link to the result. */
export function instantiatePattern(
  run: RunState,
  definition: PatternDefinition,
  input: unknown,
  name: string,
): Link {
  const { argument, result: shape, origin, body } = definition;
  const cause = nextCause(run, name, origin);
  const wired = wireInput(run, argument, input, cause);
  const holder = makeDoc(wired, { name: '', role: 'wiring', shape: argument });
  const result = makeDoc(undefined, { name, role: 'wiring', shape });
  const self = new Link(result, EMPTY_PATH, shape, false);
  run.selves.set(holder, self);
  registerOwn(run, cause, result);
  registerOwn(run, cause && `${cause}/input`, holder);
  const { lifetime, journal } = run.frame;
  const start = run.powers.tracer?.elapsedMs();
  const frame = makeFrame('pattern', lifetime.branch(), origin, journal, makeCause(cause));
  withFrame(run, frame, () => {
    const root = reference(run, new Link(holder, EMPTY_PATH, argument, false));
    setDoc(run, result, toStored(run, body(root), 'derived', name));
  });
  if (start !== undefined) traceInstance(run, definition, start);
  return self;
}

/** One document for each property given as a plain value; references become links. */
function wireInput(
  run: RunState,
  shape: Shape | undefined,
  input: unknown,
  cause: string | null,
): unknown {
  const whole = linkOf(run, input);
  if (whole !== undefined) return whole;
  if (input !== undefined && (typeof input !== 'object' || input === null)) {
    return toStored(run, input, 'doc');
  }
  const given = input ?? {};
  const names = new Set([...(shape?.declared ?? []), ...Object.keys(given)]);
  const wired: Record<string, unknown> = {};
  for (const name of names) {
    const value: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    const property = shape?.child(name);
    const initial = value === undefined ? initialOf(shape, property, name) : value;
    wired[name] = wireProperty(run, name, initial, property, cause);
  }
  return toStored(run, wired, 'derived');
}

/** What an input is that the caller left out: its own default, or its part in the whole one's. */
function initialOf(whole: Shape | undefined, property: Shape | undefined, name: string): unknown {
  const content = contentShape(property);
  if (content?.hasDefault === true) return content.defaultValue();
  return whole?.hasDefault === true ? stepInto(whole.defaultValue(), name) : undefined;
}

function wireProperty(
  run: RunState,
  name: string,
  value: unknown,
  shape: Shape | undefined,
  cause: string | null,
): unknown {
  const link = linkOf(run, value);
  if (link !== undefined) return link;
  if (typeof value === 'function') return wireFunction(run, name, value as Callable, shape);
  const content = contentShape(shape);
  const doc = docFor(run, cause && `${cause}/input ${name}`, shape?.scope, {
    name,
    shape: content,
    value: () => toStored(run, value, 'doc', name),
  });
  return new Link(doc, EMPTY_PATH, content, false);
}

/** A function given where events go becomes a stream. */
function wireFunction(
  run: RunState,
  name: string,
  value: Callable,
  shape: Shape | undefined,
): unknown {
  if (run.factories.has(value)) return value;
  if (shape?.kinds[0] !== 'stream' && !/^on[A-Za-z]/.test(name)) return value;
  return new Link(makeEventStream(run, name, value), EMPTY_PATH, undefined, false);
}

/** The shape of what a cell holds. */
export function contentShape(shape: Shape | undefined): Shape | undefined {
  let content = shape;
  while (content !== undefined && content.kinds.length > 0) content = content.inner();
  return content;
}
