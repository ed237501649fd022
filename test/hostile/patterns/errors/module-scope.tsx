// Throws while the module loads.
import { pattern } from 'commonfabric';

const total = (null as any).x; // expect RuntimeError PB1204

export default pattern(() => ({ total }));
