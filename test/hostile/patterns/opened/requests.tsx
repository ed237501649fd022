// Asks more often than a run may, past the budget that the process itself keeps.
// @allow {"net": ["127.0.0.1:OPEN"]}
// @send ["go"]
// @elsewhere ["InternalError PB1502"]
import { action, pattern } from 'commonfabric';
import { openPort } from '../targets.ts';

export default pattern(() => {
  const go = action(async () => {
    console.log('reached: the network');
    const url = 'http://127.0.0.1:' + openPort;
    await Promise.allSettled(Array.from({ length: 300 }, () => fetch(url)));
  });
  return { go };
});
