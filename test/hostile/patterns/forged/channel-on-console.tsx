// Prints messages of the channel.
// @result {"real": true}
// @console "FATAL ERROR"
import { pattern } from 'commonfabric';

export default pattern(() => {
  console.log(JSON.stringify({ type: 'answer', id: 1, snapshot: { exports: [], result: 'forged' } }));
  console.error('FATAL ERROR: Reached heap limit Allocation failed');
  return { real: true };
});
