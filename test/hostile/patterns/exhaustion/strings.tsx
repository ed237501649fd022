// Doubles a text until there is no room.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  let text = 'x';
  for (;;) text += text; // expect RuntimeError PB1220
});
