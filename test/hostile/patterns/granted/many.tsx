// Asks more often than a run may.
// @allow {"net": ["127.0.0.1:OPEN"]}
// @send ["go"]
// @result {"told": "45 PB1409"}
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    const all = Array.from({ length: 300 }, () => fetch('http://127.0.0.1:' + openPort));
    const refused = (await Promise.allSettled(all)).filter(({ status }) => status === 'rejected');
    told.set(refused.length + ' ' + (refused[0] as any)?.reason.code);
  });
  return { told, go, places: [otherPort, port] };
});
