// Exports a name that objects treat specially.
import { pattern } from 'commonfabric';

export const __proto__ = 1;
export default pattern(() => ({ ok: true }));
