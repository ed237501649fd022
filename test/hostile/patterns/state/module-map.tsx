// Keeps a map in the module.
import { pattern } from 'commonfabric';

const seen = new Map<string, number>();

export default pattern(() => {
  seen.set('x', (seen.get('x') ?? 0) + 1); // expect RuntimeError PB1261
  return { seen: seen.get('x') };
});
