/** Many files: how many at a time, which part of them, and in which form they are told. */
import { describe, expect, it } from 'vitest';
import { patternbox, project } from './support.ts';

const good = `import { pattern } from 'commonfabric';
export default pattern(() => ({ a: 1 }));
`;
const bad = `import { pattern } from 'commonfabric';
let count = 0;
export default pattern(() => ({ a: count }));
`;
const tests = `import { action, assert, pattern, TESTS, Writable } from 'commonfabric';
export default pattern(() => {
  const n = new Writable(1);
  return { [TESTS]: [
    { assertion: assert(() => n.get() === 1) },
    { assertion: assert(() => n.get() < 1 && 'a & b' === '"\\u0001') },
    { action: action(() => n.set(2)), skip: true },
  ] };
});
`;
const many = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [
    `p${String(at).padStart(2, '0')}.tsx`,
    at === 13 ? bad : good,
  ]),
);

interface Checked {
  readonly success: boolean;
  readonly files: readonly { readonly file: string; readonly diagnostics: readonly unknown[] }[];
}

describe('check', () => {
  const check = async (cwd: string, ...options: readonly string[]) => {
    const { stdout, code } = await patternbox(['check', ...options, '.'], { cwd });
    return { stdout, code };
  };

  it('gives the same in any number of threads, in the order of the files', async () => {
    const cwd = project(many);
    const [one, three] = [
      await check(cwd, '--json', '--jobs', '1'),
      await check(cwd, '--json', '--jobs', '3'),
    ];
    const { success, files } = JSON.parse(one.stdout) as Checked;
    expect(success).toBe(false);
    expect(files.map(({ file }) => file)).toEqual(Object.keys(many).sort());
    expect(files[13]?.diagnostics).toHaveLength(1);
    expect(three).toEqual(one);
    expect(one.code).toBe(1);
  });

  it('takes each file in exactly one part', async () => {
    const cwd = project(many);
    const parts = await Promise.all(
      ['1/3', '2/3', '3/3'].map(async (part) => {
        const { stdout } = await check(cwd, '--json', '--shard', part);
        return (JSON.parse(stdout) as Checked).files.map(({ file }) => file);
      }),
    );
    expect(parts.map(({ length }) => length)).toEqual([7, 7, 6]);
    expect(parts.flat().sort()).toEqual(Object.keys(many).sort());
  });

  it('writes SARIF', async () => {
    const cwd = project({ 'a b.tsx': bad, 'good.tsx': good });
    const { stdout, code } = await check(cwd, '--reporter', 'sarif');
    expect(code).toBe(1);
    const { version, runs } = JSON.parse(stdout) as {
      readonly version: string;
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly object[];
      }[];
    };
    expect(version).toBe('2.1.0');
    const [run] = runs;
    expect(run?.results).toEqual([
      expect.objectContaining({
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a%20b.tsx' },
              region: expect.objectContaining({ startLine: 2 }) as object,
            },
          },
        ],
      }),
    ]);
    expect(run?.tool.driver.rules[0]?.id).toMatch(/^PB\d{4}$/);
  });

  it('writes JUnit', async () => {
    const cwd = project({ 'bad.tsx': bad, 'good.tsx': good });
    const { stdout } = await check(cwd, '--reporter', 'junit');
    expect(stdout).toContain('<testsuites name="patternbox" tests="2" failures="1" skipped="0">');
    expect(stdout).toMatch(/<failure type="PB\d{4}" message="bad.tsx:2:\d+: [^"]+">/);
    expect(stdout).toContain('<testcase name="check" classname="good.tsx"/>');
  });
});

describe('test', () => {
  it('writes JUnit, whatever the test says', async () => {
    const cwd = project({ 'a.test.tsx': tests });
    const { stdout, code } = await patternbox(['test', '--reporter', 'junit', '.'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('<testsuite name="a.test.tsx" tests="3" failures="1" skipped="1">');
    expect(stdout).toContain('<testcase name="assertion_1" classname="a.test.tsx"/>');
    expect(stdout).toContain('a &amp; b');
    expect(stdout).toContain('<skipped/>');
    expect(stdout).toMatch(/<failure type="assertion" message="a\.test\.tsx:6:\d+">/);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('writes SARIF at the line of the assertion', async () => {
    const cwd = project({ 'a.test.tsx': tests });
    const { stdout } = await patternbox(['test', '--reporter', 'sarif', '.'], { cwd });
    const { runs } = JSON.parse(stdout) as { runs: { results: object[] }[] };
    expect(runs[0]?.results).toEqual([
      expect.objectContaining({ ruleId: 'PB1801', level: 'error' }),
    ]);
    expect(stdout).toContain('"startLine": 6');
  });

  it('takes each file in exactly one part', async () => {
    const cwd = project({ 'a.test.tsx': tests, 'b.test.tsx': tests });
    const files = await Promise.all(
      ['1/2', '2/2'].map(async (part) => {
        const { stdout } = await patternbox(['test', '--json', '--shard', part, '.'], { cwd });
        return (JSON.parse(stdout) as Checked).files.map(({ file }) => file);
      }),
    );
    expect(files).toEqual([['a.test.tsx'], ['b.test.tsx']]);
  });
});

describe('both', () => {
  it.each([
    ['a form that there is not', ['--reporter', 'xml']],
    ['two forms', ['--reporter', 'junit', '--json']],
    ['no part', ['--shard', '3/2']],
    ['no threads', ['--jobs', '0']],
  ])('refuse %s', async (_, options) => {
    const cwd = project({ 'a.test.tsx': tests });
    for (const command of ['check', 'test']) {
      const { code } = await patternbox([command, ...options, '.'], { cwd });
      expect(code).toBe(2);
    }
  });
});
