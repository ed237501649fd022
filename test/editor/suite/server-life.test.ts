import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { closeAll, eventually, example, openExample, resultTabs, run } from './support.ts';

/** The language server among the children of the extension host; Linux can list them. */
function serverPid(): number | undefined {
  const listed = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim();
  return listed
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .find((pid) => {
      const command = `/proc/${pid}/cmdline`;
      return existsSync(command) && readFileSync(command, 'utf8').includes('dist/server.js');
    });
}

describe('a language server that dies', () => {
  afterEach(closeAll);

  it('is started again; what it had shown stays, and the next run works', async function () {
    if (process.platform !== 'linux') this.skip();
    await openExample('counter.tsx');
    await run(example('counter.tsx'));
    const before = await eventually('the server', serverPid);
    process.kill(before, 'SIGKILL');
    await eventually('a new server', () => {
      const now = serverPid();
      return now !== undefined && now !== before ? now : undefined;
    });
    await eventually('the result tab', () => resultTabs()[0]);
    const view = await eventually('the next run', () =>
      run(example('counter.tsx')).catch(() => undefined),
    );
    assert.equal(view.state, 'fresh');
  });
});
