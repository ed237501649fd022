// Replaces a method of URL.
// @result {"found": "refused http://a/"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (URL.prototype as any).toString = () => "mine";
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (new URL("http://a/").toString());
}

export default pattern(() => ({ found: probe() }));
