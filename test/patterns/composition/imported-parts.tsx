/** Patterns, lifts, handlers, types and constants come from a sibling through a barrel. */
import { action, pattern, Writable } from 'commonfabric';
import { double, Gauge, LIMIT, percent, reset } from './barrel.ts';
import * as parts from './barrel.ts';

export default pattern(() => {
  const value = new Writable(4);
  return {
    gauge: Gauge({ value }),
    unset: parts.Meter({} as never),
    double: double(value as never),
    direct: percent(value.get()),
    limit: LIMIT,
    reset: reset({ value }),
    halve: action(() => value.set(value.get() / 2)),
  };
});
