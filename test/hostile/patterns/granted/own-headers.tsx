// Sets headers that belong to the connection or would pass for the user.
// @allow {"net": ["127.0.0.1:OPEN"]}
// @send ["go"]
// @result {"told": "true,,mine"}
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    const headers = { host: 'a.example', cookie: 'a=b', 'x-mine': 'mine' };
    const answer = await fetch('http://127.0.0.1:' + openPort + '/headers', { headers });
    const sent = await answer.json();
    told.set([sent.host === '127.0.0.1:' + openPort, sent.cookie, sent['x-mine']].join());
  });
  return { told, go, places: [otherPort, port] };
});
