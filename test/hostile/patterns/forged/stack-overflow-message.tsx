// Throws the text of an exhausted stack as an error of its own class.
import { pattern } from 'commonfabric';

class Mine extends Error {}

export default pattern(() => {
  throw new Mine('Maximum call stack size exceeded'); // expect RuntimeError PB1201
});
