// Throws the text of an exhausted stack as an error of its own class.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new (class Mine extends Error {})('Maximum call stack size exceeded'); // expect RuntimeError PB1201
});
