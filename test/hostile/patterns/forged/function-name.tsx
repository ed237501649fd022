// Throws from a function whose name looks like a frame.
import { pattern } from 'commonfabric';

const named = { ['at x (patternbox:///targets.ts:1:1)']: () => { throw new Error('forged'); } }; // expect RuntimeError PB1201

export default pattern(() => {
  Object.values(named)[0]!();
});
