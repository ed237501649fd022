// Walks from an error that a class of the sandbox throws.
import { pattern } from 'commonfabric';

function probe(): unknown {
  try {
    new URL('::');
  } catch (error) {
    const F = (error as any).constructor.constructor;
    console.log('reached: ' + typeof F);
    return F("return typeof process + ' ' + typeof require")(); // expect RuntimeError PB1201
  }
}

export default pattern(() => ({ found: probe() }));
