// Imports in a circle and reads too early.
// @result {"late": {"$type": "number", "value": "NaN"}}
import { pattern } from 'commonfabric';
import { late } from './_circle.ts';

export const early = 1;
export default pattern(() => ({ late }));
