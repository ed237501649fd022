// Evaluates text with a source map of its own.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const map = 'data:application/json,{"version":3,"sources":["targets.ts"],"mappings":"AAAA"}';
  const evil = (0, eval)('(() => { throw new Error("forged"); })\n//# source' + 'MappingURL=' + map);
  evil(); // expect RuntimeError PB1201
});
