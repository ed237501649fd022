// Holds bytes that are not UTF-8.
import { pattern } from 'commonfabric';

export default pattern(() => ({ ok: 'ÿþÃ' }));
