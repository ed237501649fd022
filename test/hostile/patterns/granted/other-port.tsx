// Asks another port of a host of which one port is allowed.
// @allow {"net": ["127.0.0.1:OPEN"]}
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
