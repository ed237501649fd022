// Asks sloppy code for its this.
// @result {"found": "undefined undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const self = new Function('return this')();
  console.log('reached: ' + typeof self);
  return typeof self?.process + ' ' + typeof self?.require;
}

export default pattern(() => ({ found: probe() }));
