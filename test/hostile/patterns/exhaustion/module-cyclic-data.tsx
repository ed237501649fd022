// Keeps a map at module scope that holds itself.
import { pattern } from 'commonfabric';

const circle = () => {
  const map = new Map<unknown, unknown>();
  return map.set(map, map);
};
const data = circle(); // expect RuntimeError PB1254
export default pattern(() => ({ data }));
