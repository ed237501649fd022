/** Files and variables that a user allows, as a pattern sees them, and what stays out of reach. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunResult } from '../../../server/protocol/index.ts';
import { patternbox, project, runJson } from '../cli/support.ts';

/** A pattern that tells what each name gave, or why it gave nothing. */
const reading = (names: readonly string[]) => `
import { dataFile, pattern } from 'commonfabric';
const read = (name: string) => {
  try {
    return dataFile(name);
  } catch (error) {
    return error.name + ' ' + error.code;
  }
};
export default pattern(() => ({ told: ${JSON.stringify(names)}.map((name) => String(read(name))) }));
`;

const told = ({ result }: RunResult) => (result as { told: string[] }).told;

/** A project beside a file that nobody grants; gives the project's folder and that of the file. */
function world(): { readonly cwd: string; readonly outside: string } {
  const outside = mkdtempSync(path.join(tmpdir(), 'patternbox-outside-'));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  writeFileSync(path.join(outside, 'secret.txt'), 'the secret');
  const cwd = project({ 'data/a.txt': 'alpha', 'data/deep/b.txt': 'beta', 'data2/c.txt': 'gamma' });
  return { cwd, outside };
}

function withPattern(cwd: string, names: readonly string[]): string {
  writeFileSync(path.join(cwd, 'p.tsx'), reading(names));
  return 'p.tsx';
}

describe('dataFile', () => {
  it('reads granted files by their names below the grant or beside the pattern', async () => {
    const { cwd } = world();
    const file = withPattern(cwd, ['a.txt', './deep/b.txt', 'data/a.txt', 'deep/../a.txt']);
    const run = await runJson([file, '--allow-read', 'data', '--debug'], cwd);
    expect(told(run)).toEqual(['alpha', 'beta', 'alpha', 'alpha']);
    const decisions = run.trace?.events.filter(({ type }) => type === 'permission');
    expect(decisions?.[0]).toMatchObject({ scope: 'read', target: 'a.txt', granted: true });
    expect(JSON.stringify(run)).not.toContain(cwd);
  });

  it('reads one granted file by its name, and nothing beside it', async () => {
    const { cwd } = world();
    const file = withPattern(cwd, ['b.txt', 'data/deep/b.txt', 'a.txt', 'data/a.txt', '']);
    const run = await runJson([file, '--allow-read', 'data/deep/b.txt'], cwd);
    const refused = 'PermissionError PB1403';
    expect(told(run).slice(0, 2)).toEqual(['beta', 'beta']);
    expect(told(run)[3]).toBe(refused);
    expect(told(run).join()).not.toContain('alpha');
  });

  it('cannot be led out, however a name is spelt', async () => {
    const { cwd, outside } = world();
    symlinkSync(path.join(outside, 'secret.txt'), path.join(cwd, 'data/link.txt'));
    symlinkSync(outside, path.join(cwd, 'data/folder'));
    symlinkSync(outside, path.join(cwd, 'data/deep/up'));
    const beside = path.basename(outside);
    const names = {
      parents: `../${beside}/secret.txt`,
      'parents in the middle': 'deep/../../data2/c.txt',
      'an absolute path': path.join(outside, 'secret.txt'),
      'a file URL': `file://${outside}/secret.txt`,
      'a network path': '\\\\server\\share\\x',
      'a network path with slashes': '//server/share/x',
      'a drive': 'C:/x',
      'a null character': 'a.txt\0',
      'encoded parents': `%2e%2e/${beside}/secret.txt`,
      'a link to a file': 'link.txt',
      'a link to a folder': 'folder/secret.txt',
      'a link in the middle': 'deep/up/secret.txt',
      'a folder with the same beginning': '../data2/c.txt',
      'a folder beside the pattern': 'data2/c.txt',
      'the folder itself': '.',
      'another case': 'DATA2/C.TXT',
      'a very long name': 'a/'.repeat(5000),
    };
    const file = withPattern(cwd, ['a.txt', ...Object.values(names)]);
    const run = await runJson([file, '--allow-read', 'data'], cwd);
    const [granted, ...others] = told(run);
    // The boundary was reached: the granted file can be read.
    expect(granted).toBe('alpha');
    const outcomes = Object.keys(names).map((name, index) => [name, others[index]]);
    const open = outcomes.filter(
      ([, outcome]) => !/^PermissionError PB1403|^Error PB1407/.test(outcome ?? ''),
    );
    expect(open).toEqual([]);
    expect(JSON.stringify(run)).not.toMatch(/the secret|gamma/);
  });

  it('follows a link that stays inside, and a granted link to where it leads', async () => {
    const { cwd, outside } = world();
    symlinkSync('deep/b.txt', path.join(cwd, 'data/inner.txt'));
    symlinkSync(outside, path.join(cwd, 'shared'));
    const file = withPattern(cwd, ['inner.txt', 'secret.txt']);
    const allow = ['--allow-read', 'data', '--allow-read', 'shared'];
    expect(told(await runJson([file, ...allow], cwd))).toEqual(['beta', 'the secret']);
  });

  it('refuses before it looks: what is there and what is not look the same outside', async () => {
    const { cwd, outside } = world();
    const names = [`../${path.basename(outside)}/secret.txt`, '../no-such/file.txt'];
    const run = await runJson([withPattern(cwd, names), '--allow-read', 'data'], cwd);
    expect(new Set(told(run)).size).toBe(1);
  });

  it('says what is wrong with a granted file', async () => {
    const { cwd } = world();
    mkdirSync(path.join(cwd, 'data/folder'));
    writeFileSync(path.join(cwd, 'data/big.txt'), Buffer.alloc(6 * 1024 * 1024));
    const file = withPattern(cwd, ['none.txt', 'folder', 'big.txt']);
    expect(told(await runJson([file, '--allow-read', 'data'], cwd))).toEqual(
      Array(3).fill('Error PB1407'),
    );
  });

  it('is an error at its call when nobody catches the refusal', async () => {
    const text = `import { dataFile, pattern } from 'commonfabric';
export default pattern(() => {
  const text = dataFile('../x.txt');
  return { text };
});
`;
    const { cwd } = world();
    writeFileSync(path.join(cwd, 'p.tsx'), text);
    const { error } = await runJson(['p.tsx', '--allow-read', 'data'], cwd);
    expect(error).toMatchObject({
      type: 'PermissionError',
      code: 'PB1403',
      location: { line: 3 },
    });
    expect(error?.help?.text).toContain('--allow-read');
  });

  it('has no answer without a rule, as before', async () => {
    const { cwd } = world();
    const run = await runJson([withPattern(cwd, ['data/a.txt'])], cwd);
    expect(told(run)).toEqual(['undefined']);
    expect(run.diagnostics.map(({ code }) => code)).toEqual(['PB1274']);
  });
});

describe('getPatternEnvironment', () => {
  const text = `
import { getPatternEnvironment, pattern } from 'commonfabric';
export default pattern(() => {
  const environment = getPatternEnvironment() as any;
  const read = (name: string) => {
    try {
      return String(environment[name]);
    } catch (error) {
      return error.name + ' ' + error.code;
    }
  };
  return { told: ['apiUrl', 'PB_OPEN', 'PB_CLOSED', 'HOME', 'PB_UNSET'].map(read) };
});
`;
  const env = { ...process.env, PB_OPEN: 'open', PB_CLOSED: 'the secret', API_URL: 'https://a/' };

  it('shows the variables that rules name, and refuses the others', async () => {
    const cwd = project({ 'p.tsx': text });
    const allow = ['PB_OPEN', 'API_URL'].flatMap((name) => ['--allow-env', name]);
    const { stdout } = await patternbox(['run', '--json', 'p.tsx', ...allow], { cwd, env });
    const refused = 'PermissionError PB1403';
    expect(told(JSON.parse(stdout) as RunResult)).toEqual([
      ...['https://a/', 'open', refused, refused, refused],
    ]);
    expect(stdout).not.toContain('the secret');
  });

  it('shows none without a rule', async () => {
    const cwd = project({ 'p.tsx': text });
    const { stdout } = await patternbox(['run', '--json', 'p.tsx'], { cwd, env });
    expect(told(JSON.parse(stdout) as RunResult).slice(0, 2)).toEqual([
      'http://localhost/',
      'PermissionError PB1403',
    ]);
    expect(stdout).not.toContain('the secret');
  });

  it('can be returned whole', async () => {
    const whole = `import { getPatternEnvironment, pattern } from 'commonfabric';
export default pattern(() => ({ environment: getPatternEnvironment() }));
`;
    const cwd = project({ 'p.tsx': whole });
    const run = await runJson(['p.tsx'], cwd);
    expect(run.error).toBeNull();
    expect(run.result).toEqual({ environment: { apiUrl: 'http://localhost/' } });
  });
});

describe('serve', () => {
  it('takes rules with each request, and keeps them to it', async () => {
    const { cwd } = world();
    withPattern(cwd, ['a.txt']);
    const lines = [
      { id: 1, command: 'run', file: 'p.tsx', allowRead: ['data'] },
      { id: 2, command: 'run', file: 'p.tsx' },
      { id: 3, command: 'run', file: 'p.tsx', allowNet: ['http://x/'] },
    ];
    const stdin = lines.map((line) => JSON.stringify(line)).join('\n');
    const { stdout } = await patternbox(['serve', '--stdio'], { cwd, stdin });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as RunResult & { id: number })
      .sort((one, other) => one.id - other.id);
    expect(answers.slice(0, 2).map(told)).toEqual([['alpha'], ['undefined']]);
    expect(answers[2]?.error).toMatchObject({ code: 'PB1607' });
  });
});
