// Walks from an error of an exhausted stack to the constructor of functions.
import { pattern } from 'commonfabric';

function probe(): unknown {
  const deep = (): number => 1 + deep();
  try {
    deep();
  } catch (error) {
    const F = (error as any).constructor.constructor;
    console.log('reached: ' + typeof F);
    return F("return typeof process + ' ' + typeof require")(); // expect RuntimeError PB1201
  }
}

export default pattern(() => ({ found: probe() }));
