// Looks for the internals of the evaluator.
// @result {"found": "undefined undefined undefined undefined undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const names = ['evalScope', 'globalLexicals', 'scopeTerminator', 'scopeHandler', 'moduleLexicals'];
  console.log('reached: ' + names.length);
  return (0, eval)(names.map((name) => `typeof ${name}`).join('+ " " +'));
}

export default pattern(() => ({ found: probe() }));
