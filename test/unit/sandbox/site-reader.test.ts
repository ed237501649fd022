import { expect, it } from 'vitest';
import { siteAt } from '../../../server/sandbox/limit-reason.ts';
import { makeMark, parseRegions, readRegister } from '../../../server/sandbox/site-reader.ts';
import { SITES_PER_MODULE } from '../../../server/protocol/functor.ts';

const maps = `00400000-00500000 r-xp 00000000 08:01 1 /usr/bin/node
00600000-00610000 rw-p 00200000 08:01 1 /usr/bin/node
7f0000000000-7f0000200000 rw-p 00000000 00:00 0
7f0000300000-7f0000310000 rw-p 00000000 00:00 0
01000000-02000000 rw-p 00000000 00:00 0 [heap]
7ffc00000000-7ffc00021000 rw-p 00000000 00:00 0 [stack]
`;

it('looks at the heap first, then at small regions, and at nothing that has a file', () => {
  expect(parseRegions(maps).map(({ start }) => start.toString(16))).toEqual([
    '1000000',
    '7f0000300000',
    '7f0000000000',
  ]);
  expect(parseRegions('')).toEqual([]);
});

it('gives nothing for a process that is not there', () => {
  expect(readRegister(2 ** 30, makeMark())).toBeNull();
});

it('a number names a module and a place of it, or nothing', () => {
  const modules = [{ path: 'a.tsx' }, { path: 'b.ts' }];
  expect(siteAt(3, modules)).toEqual({ module: 'a.tsx', site: 3 });
  expect(siteAt(SITES_PER_MODULE + 4, modules)).toEqual({ module: 'b.ts', site: 4 });
  for (const at of [null, -1, 2 * SITES_PER_MODULE]) expect(siteAt(at, modules)).toBeUndefined();
});
