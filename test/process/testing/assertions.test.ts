/** What a failed assertion tells. */
import { describe, expect, it } from 'vitest';
import { runTests, statuses, testFile } from './support.ts';

const budget = testFile(
  `  const total = new Writable(45);
  const items = new Writable([{ name: 'bread' }, { name: 'milk' }]);
  const budget = computed(() => 30);
  const boom = computed(() => ({}) as { deep?: { down: number } });`,
  `
    { assertion: assert(() => total.get() <= budget) },
    { assertion: assert(() => items.get().some((item) => item.name === 'tea')) },
    { assertion: assert(() => budget > 1 && !items.get().length) },
    { assertion: assert(() => false) },
    { assertion: assert(() => {
      const first = items.get()[0].name;
      return first === 'cake';
    }) },
    { assertion: assert(() => budget === 30 || boom.deep!.down === 1) },
    { assertion: assert(() => boom.deep!.down === 1) },
  `,
);

describe('a failed assertion', () => {
  it('shows its source and operands at its place', async () => {
    const result = await runTests({ 'budget.test.tsx': budget });
    expect(statuses(result).map((line) => line.split(' ').at(-1))).toEqual([
      'failed',
      'failed',
      'failed',
      'failed',
      'failed',
      'passed',
      'failed',
    ]);
    const [first, second, third, fourth, fifth] = result.steps;
    expect(first?.message).toBe('total.get() <= budget\ntotal.get() = 45\nbudget = 30');
    const line = budget.split('\n').findIndex((text) => text.includes('total.get() <=')) + 1;
    expect(first?.location).toMatchObject({ file: 'budget.test.tsx', line });
    expect(second?.message).toContain('items.get() = [{ name: "bread" }, { name: "milk" }]');
    expect(third?.message?.split('\n').slice(1)).toEqual([
      'budget = 30',
      'budget > 1 = true',
      'items.get().length = 2',
      '!items.get().length = false',
    ]);
    expect(fourth?.message).toBe('Expected true, got false: false');
    expect(fifth?.message).toBe('first === "cake"\nfirst = "bread"'.replace(/"cake"/, "'cake'"));
  });

  it('keeps a hostile operand in bounds', async () => {
    const result = await runTests({
      'huge.test.tsx': testFile(
        `  const list = computed(() => Array.from({ length: 5000 }, (_, index) => 'x'.repeat(50) + index));`,
        `
        { assertion: assert(() => list.includes('y')) },
        { assertion: assert(() => { const odd = { get trap() { throw new Error('no'); } }; return odd === list; }) },
        { assertion: assert(() => { const ring: unknown[] = []; ring.push(ring); return ring === list; }) },
      `,
      ),
    });
    const [first, second, third] = result.steps;
    expect(first?.message?.length).toBeLessThan(700);
    expect(second?.message).toContain('odd = [unreadable]');
    expect(third?.message).toContain('ring = [[[[[…]]]]]');
  });
});
