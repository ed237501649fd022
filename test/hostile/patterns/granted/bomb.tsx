// Gets an answer that unpacks to far more than it weighs.
// @allow {"net": ["127.0.0.1:OPEN"]}
// @send ["go"]
// @result {"told": "PB1406 The request to \"127.0.0.1:PORT\" failed: the answer is larger than 5242880 bytes."}
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    const told_ = await fetch('http://127.0.0.1:' + openPort + '/bomb').then(
      (answer: any) => answer.text(),
      (error: any) => error.code + ' ' + error.message,
    );
    told.set(told_.replace(/:\d+/g, ':PORT').slice(0, 200));
  });
  return { told, go, places: [otherPort, port] };
});
