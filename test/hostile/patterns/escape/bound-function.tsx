// Takes the constructor of a bound function.
import { pattern } from 'commonfabric';

function probe(): unknown {
  const F = ((function () {}).bind(null).constructor) as any;
  console.log('reached: ' + typeof F);
  return F("return typeof process + ' ' + typeof require")(); // expect RuntimeError PB1201
}

export default pattern(() => ({ found: probe() }));
