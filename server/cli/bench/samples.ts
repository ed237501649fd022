/** The patterns that are measured. */

/** As small as a pattern can be. */
export const trivial = `import { pattern } from 'commonfabric';
export default pattern(() => ({ value: 1 }));
`;

/** What an author writes for one part of a pattern, outside its body and in it: some twenty lines. */
const part = (index: number, mark: number) => ({
  outer: `
interface Item${index} {
  title: string;
  amount: number;
}
function sum${index}(items: readonly Item${index}[]): number {
  let total = ${mark};
  for (const { amount } of items) total += amount;
  return total;
}`,
  inner: `
  const items${index} = new Writable<Item${index}[]>([]);
  const total${index} = computed(() => {
    const items = items${index}.get().filter(({ amount }) => amount > 0);
    return sum${index}(items);
  });
  const add${index} = action(() => {
    items${index}.push({ title: 'item ${index}', amount: 1 });
  });`,
  view: `
      <p>{total${index}}</p>
      <button
        onClick={add${index}}
      >+</button>`,
});

/**
 * A pattern of about so many lines, each time another text: thirty builder calls in 200 lines, which
 * is as dense as patterns get.
 */
export function ofLines(lines: number, mark: number): string {
  const parts = Array.from({ length: Math.ceil(lines / 20) }, (_, index) => part(index, mark));
  const all = (which: 'outer' | 'inner' | 'view'): string =>
    parts.map((each) => each[which]).join('');
  return `import { action, computed, pattern, UI, Writable } from 'commonfabric';
${all('outer')}
export default pattern(() => {${all('inner')}
  return {
    [UI]: <div>${all('view')}
    </div>,
    total0,
  };
});
`;
}

const kernel = `let sum = 0;
  for (let i = 0; i < 30_000_000; i++) sum = (sum * 31 + i) % 1_000_003;
  return sum;`;

/** The same loop as the author's code, and as text that no compiler of ours has seen. */
export const loops = {
  checked: `import { pattern } from 'commonfabric';
const work = () => {
  ${kernel}
};
export default pattern(() => ({ sum: work() }));
`,
  bare: `import { pattern } from 'commonfabric';
const text = ${JSON.stringify(kernel)};
export default pattern(() => ({ sum: new Function(text)() }));
`,
};

/** Many computations that depend on each other. */
export const reactive = `import { computed, pattern, Writable } from 'commonfabric';
const sizes = Array.from({ length: 400 }, (_, index) => index);
export default pattern(() => {
  const base = new Writable<number>(1);
  const all = sizes.map((size) => computed(() => base.get() * size));
  const sum = computed(() => all.reduce((total, each) => total + (each as any), 0));
  return { sum };
});
`;

/** A result of about a megabyte, and the same work without it. */
export const results = {
  large: `import { pattern } from 'commonfabric';
const rows = Array.from({ length: 10_000 }, (_, id) => ({ id, name: 'row ' + id, tags: ['a', 'b'] }));
export default pattern(() => ({ rows }));
`,
  small: `import { pattern } from 'commonfabric';
const rows = Array.from({ length: 10_000 }, (_, id) => ({ id, name: 'row ' + id, tags: ['a', 'b'] }));
export default pattern(() => ({ rows: rows.length }));
`,
};
