// Prints and throws control characters.
import { pattern } from 'commonfabric';

export default pattern(() => {
  console.log('\u001b[2J\u0007\r\u202e');
  throw new Error('\u001b]0;title\u0007'); // expect RuntimeError PB1201
});
