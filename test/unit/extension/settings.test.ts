import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import fc from 'fast-check';
import { readSettings } from '../../../extension/settings.ts';
import { ClientSettings } from '../../../server/protocol/client.ts';
import { defaultLimits } from '../../../server/protocol/index.ts';

describe('readSettings', () => {
  it('gives the defaults where nothing is set', () => {
    const { settings, problems } = readSettings(() => undefined);
    expect(settings).toEqual({
      runOn: 'demand',
      limits: defaultLimits,
      permissions: { read: [], net: [], env: [] },
      concurrency: 10,
      cancelOnEdit: false,
      debug: false,
      requireAllLayers: false,
      codeLens: true,
    });
    expect(problems).toEqual([]);
  });

  it('brings a number into its bounds and says so', () => {
    const { settings, problems } = readSettings((name) =>
      name === 'run.memory' ? 99_999 : undefined,
    );
    expect(settings.limits.memoryMb).toBe(2048);
    expect(problems.map(({ text }) => text)).toEqual([
      'The setting “patternbox.run.memory” must be between 64 and 2048 MB; 2048 is used.',
    ]);
  });

  it('gives settings that the server takes, whatever is written', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(v.is(ClientSettings, readSettings(() => value).settings)).toBe(true);
      }),
    );
  });
});
