/** A handler may be bound to nothing, and an event may be nothing. */
import { action, handler, pattern, Writable } from 'commonfabric';

const log = handler<unknown>((event) => {
  console.log('heard', typeof event);
});

export default pattern(() => {
  const heard = new Writable<string[]>([]);
  return {
    heard,
    log: log(),
    hear: action<unknown>((event) => heard.push(JSON.stringify(event) ?? 'nothing')),
  };
});
