// Hides an error behind another one.
import { pattern } from 'commonfabric';

export default pattern(() => {
  try {
    throw new Error('first');
  } finally {
    throw new Error('second'); // expect RuntimeError PB1201
  }
});
