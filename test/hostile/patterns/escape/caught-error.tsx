// Walks from an error of the engine to the constructor of functions.
import { pattern } from 'commonfabric';

function probe(): unknown {
  try {
    (null as any).x;
  } catch (error) {
    const F = (error as any).constructor.constructor;
    console.log('reached: ' + typeof F);
    return F("return typeof process + ' ' + typeof require")(); // expect RuntimeError PB1201
  }
}

export default pattern(() => ({ found: probe() }));
