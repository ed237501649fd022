// Keeps data at module scope that nests without end.
import { pattern } from 'commonfabric';

const nest = () => {
  let value: any = 1;
  for (let n = 0; n < 100000; n++) value = [value];
  return value;
};
const data = nest(); // expect RuntimeError PB1254
export default pattern(() => ({ data }));
