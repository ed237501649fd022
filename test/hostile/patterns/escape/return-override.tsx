// Stamps a private field onto a global through a returned this.
// @result {"found": "undefined true"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  class Base { constructor(o: any) { return o; } }
  class Stamp extends Base { #mine = 1; static has(o: any) { return #mine in o; } }
  console.log('reached: stamp');
  new (Stamp as any)(console.log);
  return typeof (console.log as any).mine + ' ' + Stamp.has(console.log);
}

export default pattern(() => ({ found: probe() }));
