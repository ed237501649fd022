// Walks from a refusal of the sandbox, which a pattern can catch.
// @result {"found": "asked"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const seen: string[] = [];
  fetch('http://127.0.0.1:1').catch((error: any) => {
    console.log('reached: ' + error.name);
    seen.push(error.constructor.constructor('return typeof process')()); // expect RuntimeError PB1201
  });
  return 'asked';
}

export default pattern(() => ({ found: probe() }));
