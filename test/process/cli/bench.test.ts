/** `patternbox bench` prints figures and a verdict; what they are, no test can say. */
import { expect, it } from 'vitest';
import { patternbox } from './support.ts';

it('soaks one server and says whether it stays flat', async () => {
  const { stdout } = await patternbox(['bench', '--soak', '10', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ runs: 10, failed: 0 });
  expect((JSON.parse(stdout) as { samples: unknown[] }).samples).toHaveLength(10);
});

it.each([
  ['--soak', '5'],
  ['--samples', 'many'],
])('%s %s is out of bounds', async (option, value) => {
  const { code, stderr } = await patternbox(['bench', option, value]);
  expect(code).toBe(2);
  expect(stderr).toContain('PB1602');
});
