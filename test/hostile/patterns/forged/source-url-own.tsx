// Evaluates text that claims to be this file, at a line of its choice.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const url = 'patternbox:///forged/source-url-own.tsx';
  const evil = (0, eval)('(() => {' + '\n'.repeat(3) + 'throw new Error("forged"); })\n//# source' + 'URL=' + url);
  evil(); // expect RuntimeError PB1201
});
