// Asks a place that never answers, in a run that is short.
// @allow {"net": ["127.0.0.1:OPEN"]}
// @send ["go"]
// @limits {"timeoutMs": 700}
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    const told_ = await fetch('http://127.0.0.1:' + openPort + '/silent').then(
      (answer: any) => answer.text(),
      (error: any) => error.code + ' ' + error.message,
    );
    told.set(told_.replace(/:\d+/g, ':PORT').slice(0, 200));
  });
  return { told, go, places: [otherPort, port] };
});
