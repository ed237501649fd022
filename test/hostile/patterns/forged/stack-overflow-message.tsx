// Throws the text of an exhausted stack as an error of its own class.
import { pattern } from 'commonfabric';

export default pattern(() => {
  class Mine extends Error {}
  throw new Mine('Maximum call stack size exceeded'); // expect RuntimeError PB1201
});
