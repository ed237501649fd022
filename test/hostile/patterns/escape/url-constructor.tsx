// Walks from a class that the sandbox provides to the constructor of functions.
import { pattern } from 'commonfabric';

function probe(): unknown {
  const F = ((URL as any).constructor) as any;
  console.log('reached: ' + typeof F);
  return F("return typeof process + ' ' + typeof require")(); // expect RuntimeError PB1201
}

export default pattern(() => ({ found: probe() }));
