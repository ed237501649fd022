// Imports in a circle and reads too early.
// @files ["_circle.ts"]
import { pattern } from 'commonfabric';
import { late } from './_circle.ts';

export const early = 1;
export default pattern(() => ({ late }));
