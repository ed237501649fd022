// Makes rejections without end.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

async function again(): Promise<void> {
  for (;;) {
    const late = Promise.resolve(1); // expect TimeoutError PB1301
    await late;
  }
}

export default pattern(() => {
  again();
  return {};
});
