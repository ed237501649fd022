// Walks every object that it can reach and looks for the host.
// @result {"found": []}
// @console "^reached: true$"
import { pattern } from 'commonfabric';

function probe(): unknown {
  const seen = new Set<unknown>();
  const hits: string[] = [];
  const visit = (value: any, depth: number): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
      if (typeof value === 'string' && /node:|\/bin\/|\/tmp\/|secret-/.test(value)) hits.push(value);
      return;
    }
    if (seen.has(value) || depth > 6) return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value)) {
      try {
        visit(value[key], depth + 1);
      } catch {
        hits.length += 0;
      }
    }
    visit(Object.getPrototypeOf(value), depth + 1);
  };
  visit(globalThis, 0);
  visit(pattern, 0);
  console.log('reached: ' + (seen.size > 300));
  return hits;
}

export default pattern(() => ({ found: probe() }));
