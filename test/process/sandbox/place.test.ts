/** Nothing that a pattern can ask tells where it runs. */
import { expect, it } from 'vitest';
import { patternbox, project } from '../cli/support.ts';

const text = `import { pattern } from 'commonfabric';
export default pattern(() => {
  const then = new Date(1_700_000_000_000);
  return {
    offset: then.getTimezoneOffset(),
    hours: then.getHours(),
    text: then.toString(),
    shown: then.toLocaleString(),
    price: (1234.5).toLocaleString(),
    order: ['ä', 'z', 'a'].sort((one, other) => one.localeCompare(other)).join(''),
    upper: 'i'.toLocaleUpperCase(),
  };
});
`;

it('the time zone and the language of the user make no difference', async () => {
  const cwd = project({ 'p.tsx': text });
  const places = [
    { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ];
  const results = await Promise.all(
    places.map(async (place) => {
      const env = { ...process.env, ...place };
      const { stdout } = await patternbox(['run', '--json', 'p.tsx'], { cwd, env });
      return (JSON.parse(stdout) as { result: unknown }).result;
    }),
  );
  expect(results[0]).toEqual(results[1]);
  expect(results[0]).toMatchObject({ offset: 0, price: '1,234.5', order: 'aäz', upper: 'I' });
});
