// Walks from a promise to the constructor of functions.
import { pattern } from 'commonfabric';

function probe(): unknown {
  const F = ((Promise.resolve(1) as any).constructor.constructor) as any;
  console.log('reached: ' + typeof F);
  return F("return typeof process + ' ' + typeof require")(); // expect RuntimeError PB1201
}

export default pattern(() => ({ found: probe() }));
