// Looks for the host class behind URL.
// @result {"found": []}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const url = new URL('http://a/b?c=d');
  console.log('reached: ' + url.href);
  const keys: string[] = [];
  for (let at: any = url; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    keys.push(...Reflect.ownKeys(at).map(String).filter((key) => /context|query|Symbol\(query/.test(key)));
  }
  return keys;
}

export default pattern(() => ({ found: probe() }));
