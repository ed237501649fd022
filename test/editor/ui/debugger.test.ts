/** A stopped pattern as a person sees it, in the packaged extension. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { openWorkbench, type Theme, themes, type Workbench } from './workbench.ts';

let workbench: Workbench;

beforeAll(async () => {
  const vsix = process.env['PATTERNBOX_VSIX'];
  if (vsix === undefined)
    throw new Error('Start this with `npm test -- ui`: it makes the package.');
  workbench = await openWorkbench(vsix);
});

// The tests are one session: each goes on where the one before it ended.
let broken = false;
beforeEach(({ skip }) => {
  if (broken) skip('a test before it failed');
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  broken = true;
  const name = task.name.replaceAll(/\W+/g, '-');
  await workbench.page.screenshot({ path: `test-results/failed-${name}.png` });
});

afterAll(() => workbench.close());

const variable = (name: string, value: string) =>
  workbench.page
    .locator('.debug-variables .monaco-list-row', { hasText: name })
    .filter({ hasText: value })
    .first();

describe('debugging in the editor', () => {
  it('stops where a click has led, and shows what the cell holds', async () => {
    const { page } = workbench;
    const source = await readFile(path.join(workbench.folder, 'counter.tsx'), 'utf8');
    const line = source.split('\n').findIndex((each) => each.includes('value.get() + 1')) + 1;
    await workbench.open('counter.tsx');
    await workbench.breakAt(line);
    await workbench.palette('Patternbox: Debug Pattern');
    await workbench.result.getByText('Counter: 0').first().waitFor({ timeout: 60_000 });
    await workbench.result.getByRole('button', { name: '+', exact: true }).click();
    await page.locator('.debug-top-stack-frame-line').first().waitFor();
    await workbench.palette('View: Show Run and Debug');
    // The editor unfolds the innermost scope by itself, if the view was open before the stop.
    const held = variable('value', 'cell: 0');
    if (!(await held.isVisible())) await variable('Local', '').click();
    await held.waitFor();
  });

  it.each(Object.keys(themes) as Theme[])('shows it in the %s theme', async (theme) => {
    await workbench.useTheme(theme);
    await variable('value', 'cell: 0').waitFor();
    await workbench.page.locator('.debug-top-stack-frame-line').first().waitFor();
    await workbench.picture(`debug-${theme}`);
  });

  it('goes on to the result, and ends with the session', async () => {
    await workbench.palette('Debug: Continue');
    await workbench.result.getByText('Counter: 1').first().waitFor();
    await workbench.palette('Debug: Stop');
    await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  });
});
