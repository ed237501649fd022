// Poisons in a handler, where a late write might be let through.
// @send ["go"]
// @result {"kept": 3}
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const kept = new Writable(3);
  const go = action(() => {
    console.log('reached: the handler');
    const target: any = Object.prototype;
    target.get = () => 0; // expect RuntimeError PB1207
  });
  return { kept, go };
});
