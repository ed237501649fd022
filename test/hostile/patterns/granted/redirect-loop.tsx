// Is redirected without end.
// @allow {"net": ["127.0.0.1:OPEN"]}
// @send ["go"]
// @result {"told": "PB1406 The request to \"127.0.0.1:PORT\" failed: it was redirected more than 5 times."}
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    const told_ = await fetch('http://127.0.0.1:' + openPort + '/loop').then(
      (answer: any) => answer.text(),
      (error: any) => error.code + ' ' + error.message,
    );
    told.set(told_.replace(/:\d+/g, ':PORT').slice(0, 200));
  });
  return { told, go, places: [otherPort, port] };
});
