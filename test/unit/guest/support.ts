import { types } from 'node:util';
import { makeInspector } from '../../../server/guest/inspect.ts';
import type { Inspector } from '../../../server/guest/inspect.ts';
import type { TypeChecks } from '../../../server/guest/powers.ts';

export const checks = types as unknown as TypeChecks;

/** An inspector without a runtime: every value stands for itself. */
export const inspector: Inspector = makeInspector(checks, (value) => ({ kind: 'value', value }));

/** Fails the test if any of a value's code runs. */
export const trap = (): never => {
  throw new Error('code of the value ran');
};

export const hostileProxy = (target: object = {}): object =>
  new Proxy(target, {
    get: trap,
    has: trap,
    ownKeys: trap,
    getPrototypeOf: trap,
    getOwnPropertyDescriptor: trap,
  });
