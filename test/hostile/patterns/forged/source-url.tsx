// Evaluates text that claims to be another file.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const evil = (0, eval)('(() => { throw new Error("forged"); })\n//# sourceURL=patternbox:///targets.ts');
  evil(); // expect RuntimeError PB1201
});
