/** The errors that the runtime throws at an author's call: a message, its code, nothing else. */
import * as messages from '../protocol/messages/patterns.ts';
import type { Message } from '../protocol/messages/message.ts';
import type { Refusal } from '../protocol/wire.ts';
import { labelOf, type Link } from './store/nodes.ts';

function refused(message: Message): TypeError {
  const error = new TypeError(message.text);
  Object.defineProperty(error, 'code', { value: message.code, enumerable: false });
  return error;
}

export const cyclicLinks = (link: Link): TypeError =>
  refused(messages.cyclicLinks({ place: labelOf(link) }));

export const readOnlyPlace = (place: Pick<Link, 'node' | 'path'>): TypeError =>
  refused(messages.readOnlyPlace({ place: labelOf(place) }));

export const readOnlyView = (place: Pick<Link, 'node' | 'path'>, key: PropertyKey): TypeError =>
  refused(messages.readOnlyView({ place: labelOf(place), key: String(key) }));

export const cellAssigned = (place: Pick<Link, 'node' | 'path'>, key: PropertyKey): TypeError =>
  refused(messages.cellAssigned({ place: labelOf(place), key: String(key) }));

export const valueTooLarge = (limit: number): TypeError =>
  refused(messages.valueTooLarge({ limit }));

export const valueTooDeep = (limit: number): TypeError => refused(messages.valueTooDeep({ limit }));

export const unboundProperty = (property: string, tag: string): TypeError =>
  refused(messages.unboundProperty({ property, tag }));

export const notAFunction = (builder: string): TypeError =>
  refused(messages.notAFunction({ builder }));

export const notAnArray = (link: Link, method: string): TypeError =>
  refused(messages.notAnArray({ place: labelOf(link), method }));

export const noStream = (link: Link): TypeError =>
  refused(messages.noStream({ place: labelOf(link) }));

export const notAPattern = (): TypeError => refused(messages.notAPattern({}));

export const collectionRefusal = (method: string): TypeError =>
  refused(messages.immutableCollection({ method }));

/** A refusal of the sandbox itself; the brand cannot be forged, whatever a guest throws. */
export class RefusalError extends Error {
  readonly #refusal: Refusal;

  constructor(refusal: Refusal, message: Message) {
    super(message.text);
    this.#refusal = refusal;
    Object.defineProperty(this, 'name', { value: 'RefusalError', enumerable: false });
    Object.defineProperty(this, 'code', { value: message.code, enumerable: false });
    Object.freeze(refusal);
  }

  /** What was refused, when `thrown` is such an error; runs no code of the value. */
  static of(thrown: unknown): Refusal | null {
    if (typeof thrown !== 'object' || thrown === null || !(#refusal in thrown)) return null;
    return thrown.#refusal;
  }
}

// A guest that catches a refusal must not reach the class and make its own.
Reflect.deleteProperty(RefusalError.prototype, 'constructor');
Object.freeze(RefusalError.prototype);

export const clockRefused = (what: string): RefusalError =>
  new RefusalError({ kind: 'clock', what }, messages.clockRefused({ what }));

export const uncloneable = (type: string): TypeError => refused(messages.uncloneable({ type }));
