/** A reader that has seen enough closes the pipe; the command ends as it would have. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { project, repository } from './support.ts';

const failing = `import { pattern } from 'commonfabric';
export default pattern(() => { throw new Error('no'); });
`;

function endOf(args: readonly string[], cwd: string) {
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    const entry = path.join(repository, 'dist/cli.js');
    const child = spawn(process.execPath, [entry, ...args], { cwd, stdio: 'pipe' });
    let said = '';
    child.stdout.destroy();
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('close', (code) => resolve({ code, said }));
  });
}

it.each([
  ['examples/counter.tsx', 0],
  ['failing.tsx', 1],
] as const)('of a run of %s', async (file, code) => {
  const cwd = file === 'failing.tsx' ? project({ [file]: failing }) : repository;
  expect(await endOf(['run', file], cwd)).toEqual({ code, said: '' });
});
