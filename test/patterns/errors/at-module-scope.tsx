/** The module itself fails while it is loaded. */
import { pattern } from 'commonfabric';

const settings = JSON.parse('{"theme":'); // throws JSON

export default pattern(() => ({ settings }));
