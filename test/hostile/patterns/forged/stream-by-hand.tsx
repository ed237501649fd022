// Returns something that looks like a stream and is sent to.
// @send ["go"]
// @elsewhere ["RuntimeError PB1506"]
import { pattern } from 'commonfabric';

export default pattern(() => ({ go: { $type: 'stream', path: 'go', send: () => console.log('called') } }));
