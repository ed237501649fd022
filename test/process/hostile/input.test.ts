/** Broken input at the command line's own boundaries: request lines, scenario files, options. */
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { patternbox, project } from '../cli/support.ts';

const adder = `import { computed, pattern } from "commonfabric";
export default pattern<{ a: number; b: number }>(({ a, b }) => ({ sum: computed(() => a + b) }));
`;
const good = { id: 'good', command: 'run', file: 'adder.tsx', input: { a: 1, b: 2 } };

const brokenLines: Record<string, string> = {
  'no JSON': 'nonsense',
  'half of an object': '{"id":1,',
  'a number': '7',
  null: 'null',
  'a list': '[]',
  'an empty object': '{}',
  'an unknown command': '{"id":1,"command":"exec"}',
  'a command of the prototype': '{"id":1,"command":"constructor"}',
  'no file': '{"id":1,"command":"run"}',
  'a file that is a number': '{"id":1,"command":"run","file":7}',
  'a file that is not there': '{"id":1,"command":"run","file":"nowhere.tsx"}',
  'a folder for a file': '{"id":1,"command":"run","file":"."}',
  'a file with a null character': '{"id":1,"command":"run","file":"a\\u0000b.tsx"}',
  'a file outside its root': '{"id":1,"command":"run","file":"../x.tsx","root":"."}',
  'an enormous path': JSON.stringify({ id: 1, command: 'run', file: 'x'.repeat(100_000) }),
  'an unknown field': '{"id":1,"command":"run","file":"adder.tsx","permissions":["net"]}',
  'a time limit of nothing': '{"id":1,"command":"run","file":"adder.tsx","timeout":0}',
  'a time limit without end': '{"id":1,"command":"run","file":"adder.tsx","timeout":1e99}',
  'a time limit that is a text': '{"id":1,"command":"run","file":"adder.tsx","timeout":"1000"}',
  'a broken time limit': '{"id":1,"command":"run","file":"adder.tsx","timeout":1000.5}',
  'a negative memory limit': '{"id":1,"command":"run","file":"adder.tsx","memory":-1}',
  'an output limit beyond bounds': '{"id":1,"command":"run","file":"adder.tsx","maxOutput":1e12}',
  'a seed that is none': '{"id":1,"command":"run","file":"adder.tsx","seed":-1}',
  'a clock that is none': '{"id":1,"command":"run","file":"adder.tsx","clock":"now"}',
  'events that are no list': '{"id":1,"command":"run","file":"adder.tsx","send":"go"}',
  'an event with broken JSON': '{"id":1,"command":"run","file":"adder.tsx","send":["go={"]}',
  'an event without a stream': '{"id":1,"command":"run","file":"adder.tsx","send":[{"event":1}]}',
  'no files to check': '{"id":1,"command":"check","files":[]}',
  'an id that is an object': '{"id":{"a":1},"command":"check","files":["adder.tsx"]}',
  'deep nesting': `{"id":1,"command":"run","file":"adder.tsx","input":${'['.repeat(20_000)}${']'.repeat(20_000)},"x":1}`,
  'a replay without a scenario': '{"id":1,"command":"replay","file":"adder.tsx"}',
};

describe('a broken request line', () => {
  it('gets one clear sentence each, leaks nothing, and the good one is answered', async () => {
    const cwd = project({ 'adder.tsx': adder });
    const lines = [...Object.values(brokenLines), JSON.stringify(good)];
    const { code, stdout, stderr } = await patternbox(['serve', '--stdio'], {
      cwd,
      stdin: lines.join('\n'),
    });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const answers = stdout
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            id: unknown;
            success: boolean;
            error?: { code: string; type: string; message: string };
          },
      );
    expect(answers).toHaveLength(lines.length);
    for (const answer of answers) {
      if (answer.id === 'good') continue;
      expect(answer.success).toBe(false);
      expect(answer.error).toMatchObject({ type: 'UsageError' });
      expect(answer.error?.message).not.toMatch(/\n|\[object/u);
    }
    expect(answers.find(({ id }) => id === 'good')).toMatchObject({
      success: true,
      result: { sum: 3 },
    });
  });
});

/** The answers to request lines, as id, code and sentence. */
async function errorsOf(stdin: string, cwd: string): Promise<string[][]> {
  const { stdout } = await patternbox(['serve', '--stdio'], { cwd, stdin });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const { id, error } = JSON.parse(line) as {
        id: string;
        error: { code: string; message: string };
      };
      return [id, error.code, error.message];
    })
    .sort();
}

describe('input that nests without end', () => {
  it('is refused as a limit, as an argument and as an event', async () => {
    const cwd = project({ 'adder.tsx': adder });
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const stdin = [
      `{"id":"input","command":"run","file":"adder.tsx","input":{"a":${deep}}}`,
      `{"id":"event","command":"run","file":"adder.tsx","send":[{"stream":"go","event":${deep}}]}`,
    ].join('\n');
    expect(await errorsOf(stdin, cwd)).toEqual([
      // The adder has no stream, which is found first.
      ['event', 'PB1506', expect.stringContaining('no stream at "go"')],
      [
        'input',
        'PB1310',
        'The input nests deeper than 1000 levels, so it was not sent to the sandbox.',
      ],
    ]);
  });

  it('or is too large is named for what it is', async () => {
    const keeps = `import { action, pattern } from 'commonfabric';\nexport default pattern(() => ({ go: action<any>(() => {}) }));\n`;
    const cwd = project({ 'keeps.tsx': keeps });
    const request = (id: string, event: string): string =>
      `{"id":"${id}","command":"run","file":"keeps.tsx","send":[{"stream":"go","event":${event}}]}`;
    const deep = request('deep', '['.repeat(1500) + ']'.repeat(1500));
    const large = request('large', `"${'x'.repeat(65 * 1024 * 1024)}"`);
    expect(await errorsOf(`${deep}\n${large}`, cwd)).toEqual([
      ['deep', 'PB1310', expect.stringContaining('The event nests deeper than 1000 levels')],
      ['large', 'PB1307', expect.stringMatching(/^The event is larger than \d+ bytes/)],
    ]);
  });
});

describe('files that the user names', () => {
  const withPipe = (): string => {
    const cwd = project({ 'adder.tsx': adder, 'folder/x.txt': '' });
    for (const name of ['pipe.tsx', 'pipe.json']) execFileSync('mkfifo', [path.join(cwd, name)]);
    symlinkSync('two.tsx', path.join(cwd, 'one.tsx'));
    symlinkSync('one.tsx', path.join(cwd, 'two.tsx'));
    return cwd;
  };

  it.runIf(process.platform !== 'win32')(
    'are read if they are files, named as they were given, and printed without effect',
    async () => {
      const cwd = withPipe();
      const lines = [
        ['run', 'pipe.tsx'],
        ['run', 'one.tsx'],
        ['run', '/dev/zero'],
        ['check', 'pipe.tsx'],
        ['run', 'adder.tsx', '--input', '@pipe.json'],
        ['run', 'adder.tsx', '--input', '@/dev/zero'],
        ['run', 'adder.tsx', '--input', '@folder'],
        ['replay', 'adder.tsx', '--scenario', 'pipe.json'],
        ['replay', 'adder.tsx', '--scenario', 'folder'],
        ['run', '\u001b]0;title\u0007.tsx'],
      ];
      for (const line of lines) {
        const { code, stdout, stderr } = await patternbox(line, { cwd });
        expect([line, code, stdout]).toEqual([line, 2, '']);
        expect(stderr).toMatch(/^PB1603: Cannot read [^\n]*\.\n$/u);
        expect(stderr).not.toContain(cwd);
        expect(stderr).not.toContain('\u001b');
      }
    },
  );
});

const brokenScenarios: Record<string, string> = {
  'no JSON': '{',
  'nothing at all': '',
  'an object': '{}',
  'a list of numbers': '[1]',
  'no name': '[{"steps":[]}]',
  'steps that are no list': '[{"name":"x","steps":{}}]',
  'events without a stream': '[{"name":"x","steps":[{"events":[{}]}]}]',
  'an expectation without a path': '[{"name":"x","steps":[{"expect":[{"value":1}]}]}]',
  'a path that is a list': '[{"name":"x","steps":[{"expect":[{"path":["a"],"value":1}]}]}]',
  'an export that is a number': '[{"name":"x","exportName":1,"steps":[]}]',
};

describe('a broken scenario file', () => {
  it.each(Object.entries(brokenScenarios))(
    'with %s is refused in one sentence',
    async (_name, text) => {
      const cwd = project({ 'adder.tsx': adder, 'scenario.json': text });
      const { code, stdout, stderr } = await patternbox(
        ['replay', 'adder.tsx', '--scenario', 'scenario.json'],
        { cwd },
      );
      expect(code).toBe(2);
      expect(stdout + stderr).toMatch(/scenario\.json/u);
      expect(stdout + stderr).not.toContain(path.join(cwd, 'adder'));
      expect(stdout + stderr).not.toMatch(/\n\s+at /u);
    },
  );

  it('with hostile paths and streams finds nothing of the prototype', async () => {
    const scenario = JSON.stringify([
      {
        name: 'prototype',
        argument: { a: 1, b: 2 },
        steps: [
          { events: [{ stream: '__proto__.constructor', payload: { __proto__: 1 } }] },
          {
            expect: ['__proto__', 'constructor', 'sum.constructor', 'toString', '..', ''].map(
              (at) => ({
                path: at,
                value: 'something',
              }),
            ),
          },
        ],
      },
    ]);
    const cwd = project({ 'adder.tsx': adder, 'scenario.json': scenario });
    const { code, stdout } = await patternbox(
      ['replay', '--json', 'adder.tsx', '--scenario', 'scenario.json'],
      { cwd },
    );
    expect(code).toBe(1);
    const { scenarios } = JSON.parse(stdout) as {
      scenarios: [{ failed: number; failures: { path: string; actual?: unknown }[] }];
    };
    expect(scenarios[0].failed).toBe(6);
    const found = scenarios[0].failures
      .filter(({ path: at }) => at !== '')
      .map(({ actual }) => JSON.stringify(actual));
    expect(new Set(found)).toEqual(
      new Set([undefined, '{"$type":"undefined"}'].filter((one) => found.includes(one as string))),
    );
  });
});
