// Pollutes through parsed JSON.
// @result {"found": "written undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    Object.assign({}, JSON.parse('{"__proto__":{"polluted":1}}'));
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof ({} as any).polluted);
}

export default pattern(() => ({ found: probe() }));
