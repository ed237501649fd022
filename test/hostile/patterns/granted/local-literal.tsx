// Asks for the address of cloud secrets, which a rule without a port allows.
// @allow {"net": ["127.0.0.1:OPEN", "169.254.169.254", "127.0.0.1"]}
// @send ["go"]
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    await fetch('http://127.0.0.1:' + port); // expect PermissionError PB1401
  });
  return { told, go, places: [otherPort, port] };
});
