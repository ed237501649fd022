// Is redirected with a header that is for the first place only.
// @allow {"net": ["127.0.0.1:OPEN", "127.0.0.1:OTHER"]}
// @send ["go"]
// @result {"told": "true undefined"}
import { action, pattern, Writable } from 'commonfabric';
import { openPort, otherPort, port } from '../targets.ts';

export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    console.log('reached: ' + (await (await fetch('http://127.0.0.1:' + openPort)).text()));
    const url = 'http://127.0.0.1:' + openPort + '/redirect?to=http://127.0.0.1:' + otherPort;
    const answer = await fetch(url + '/headers', { headers: { authorization: 'mine' } });
    const headers = await answer.json();
    told.set(answer.redirected + ' ' + headers.authorization);
  });
  return { told, go, places: [otherPort, port] };
});
