// Asks this machine by a name that a rule allows without a port.
// @allow {"net": ["127.0.0.1:OPEN", "localhost"]}
// @send ["go"]
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    await fetch('http://localhost:' + port); // expect PermissionError PB1401
  });
  return { told, go, places: [otherPort, port] };
});
