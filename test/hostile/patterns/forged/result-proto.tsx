// Returns an object with an own __proto__.
import { pattern } from 'commonfabric';

export default pattern(() => ({ value: JSON.parse('{"__proto__":{"polluted":1}}') }));
