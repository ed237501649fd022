// Imports in a circle and reads too early.
// @result {"late": {"$type": "nan"}}
import { pattern } from 'commonfabric';
import { late } from './_circle.ts';

export const early = 1;
export default pattern(() => ({ late }));
