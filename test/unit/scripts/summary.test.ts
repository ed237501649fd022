import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Summary {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
}
interface SummaryModule {
  total: (summaries: Summary[]) => Summary;
  lineOf: (summary: Summary) => string;
  collect: (runner: (file: string) => Promise<number>) => Promise<Summary>;
}

const script: string = '../../../scripts/lib/summary.mjs';
const { collect, lineOf, total } = (await import(script)) as SummaryModule;

const passed: Summary = { passed: 2, failed: 0, skipped: [] };

function leave(summary: unknown, code: number) {
  return (file: string) => {
    writeFileSync(file, JSON.stringify(summary));
    return Promise.resolve(code);
  };
}

describe('counts of tests', () => {
  it('end in one line', () => {
    expect(lineOf(passed)).toBe('2 passed, 0 failed');
    const skipped = [{ name: 'a', reason: 'b' }];
    expect(lineOf(total([passed, { passed: 1, failed: 3, skipped }]))).toBe(
      '3 passed, 3 failed, 1 skipped',
    );
  });

  it('come from what the runner left', async () => {
    expect(await collect(leave(passed, 0))).toEqual(passed);
  });

  it('count a runner that left nothing as a failure', async () => {
    expect(await collect(() => Promise.resolve(0))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('count a runner that failed after its tests as a failure', async () => {
    expect(await collect(leave(passed, 1))).toMatchObject({ passed: 2, failed: 1 });
  });
});
