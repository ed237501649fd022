// Makes URL call back with the internals in its hands.
// @result {"found": 0}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const stolen: unknown[] = [];
  class Thief {
    toString() {
      stolen.push(this);
      return 'http://a/?x=1';
    }
  }
  const url = new URL(new Thief() as any);
  url.searchParams.forEach(function (this: unknown, ...all) {
    stolen.push(this, ...all);
  });
  console.log('reached: ' + stolen.length);
  return stolen.filter((one) => typeof one === 'object' && one && !(one instanceof Thief || one instanceof URLSearchParams)).length;
}

export default pattern(() => ({ found: probe() }));
