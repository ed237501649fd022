/** The patterns that are measured. */

/** As small as a pattern can be. */
export const trivial = `import { pattern } from 'commonfabric';
export default pattern(() => ({ value: 1 }));
`;

/** A pattern of about so many lines, each time another text. */
export function ofLines(lines: number, mark: number): string {
  const parts = Array.from(
    { length: Math.ceil(lines / 5) },
    (_, index) => `
  const item${index} = new Writable<number>(${index + mark});
  const twice${index} = computed(() => item${index}.get() * 2);
  const add${index} = action(() => item${index}.set(item${index}.get() + 1));
  const text${index} = str\`\${item${index}} and \${twice${index}}\`;`,
  );
  return `import { action, computed, pattern, str, Writable } from 'commonfabric';
export default pattern(() => {${parts.join('\n')}
  return { text0, twice0, add0 };
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
