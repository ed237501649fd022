// Throws an error of a compartment of its own.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const inner = new (globalThis as any).Compartment({ __options__: true });
  inner.evaluate('throw new Error("inner")'); // expect RuntimeError PB1201
});
