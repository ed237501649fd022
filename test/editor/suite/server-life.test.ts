import assert from 'node:assert/strict';
import process from 'node:process';
import { serverPid } from './server-process.ts';
import { closeAll, eventually, example, openExample, resultTabs, run } from './support.ts';

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
