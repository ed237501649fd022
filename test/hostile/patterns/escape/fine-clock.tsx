// Looks for a clock and for chance outside handlers.
// @result {"found": []}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const found: string[] = [];
  console.log('reached: clocks');
  for (const [name, ask] of Object.entries({
    performance: () => typeof (globalThis as any).performance !== 'undefined',
    now: () => Date.now(),
    date: () => new Date(),
    call: () => (Date as any)(),
    random: () => Math.random(),
    locale: () => new Date(NaN).toLocaleString() !== 'Invalid Date',
  })) {
    try {
      if (ask()) found.push(name);
    } catch {
      found.length += 0;
    }
  }
  return found;
}

export default pattern(() => ({ found: probe() }));
