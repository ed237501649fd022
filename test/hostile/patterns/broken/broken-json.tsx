// Imports JSON that is none.
// @files ["_broken.json"]
import { pattern } from 'commonfabric';
import data from './_broken.json';

export default pattern(() => ({ data }));
