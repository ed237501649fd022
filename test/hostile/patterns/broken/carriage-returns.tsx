// Has lines that end as on Windows.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new Error('x'); // expect RuntimeError PB1201
});
