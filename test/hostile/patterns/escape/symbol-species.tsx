// Redirects built-ins through species.
// @result {"found": true}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const got: unknown[] = [];
  class Mine extends Array {
    static get [Symbol.species]() {
      return function (this: unknown, ...all: unknown[]) { got.push(...all); return []; } as any;
    }
  }
  console.log('reached: species');
  Mine.from([1, 2, 3]).map((x) => x);
  return got.every((one) => typeof one === 'number');
}

export default pattern(() => ({ found: probe() }));
