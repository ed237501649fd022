// Has structuredClone run a hook or hand out a host prototype.
// @result {"found": "true true true"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const copy: any = structuredClone({ when: new Date(0), map: new Map([[1, { a: 1 }]]), re: /x/g });
  console.log('reached: ' + typeof copy);
  return [copy.map instanceof Map, copy.constructor === Object, Object.getPrototypeOf(copy) === Object.prototype].join(' ');
}

export default pattern(() => ({ found: probe() }));
