// Imports a host module while it runs.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const fs = import('node:fs'); // expect SyntaxError PB1006
  return { fs };
});
