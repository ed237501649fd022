// Keeps a counter on a builder.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const shared: any = pattern;
  shared.seen = (shared.seen ?? 0) + 1; // expect RuntimeError PB1207
  return { seen: shared.seen };
});
