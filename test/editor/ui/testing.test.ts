/** The Test Explorer of the packaged extension, as a person sees it. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;

const failing = `/** Expect: the second assertion fails, and the editor says what it compared. */
import { action, assert, pattern, TESTS } from 'commonfabric';
import Todo from './todo.tsx';

export default pattern(() => {
  const todo = Todo({ items: [{ title: 'Write a test', done: false }] });
  const addSleep = action(() => todo.add.send({ title: 'Sleep' }));

  return {
    [TESTS]: [
      { assertion: assert(() => todo.open === 1) },
      { action: addSleep },
      { assertion: assert(() => todo.open === 3) },
    ],
  };
});
`;

beforeAll(async () => {
  const vsix = process.env['PATTERNBOX_VSIX'];
  if (vsix === undefined)
    throw new Error('Start this with `npm test -- ui`: it makes the package.');
  workbench = await openWorkbench(vsix);
  await writeFile(path.join(workbench.folder, 'failing.test.tsx'), failing);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const name = task.name.replaceAll(/\W+/g, '-');
  await workbench.page.screenshot({ path: `test-results/failed-${name}.png` });
});

afterAll(() => workbench.close());

describe('a failing test', () => {
  it('shows the operands and both sides at the line of its assertion', async () => {
    const { page } = workbench;
    await workbench.open('failing.test.tsx');
    await page.locator('.testing-run-glyph').first().waitFor();
    await workbench.palette('Test: Run Tests in Current File');
    const peek = page.locator('.test-output-peek, .zone-widget').first();
    await peek.waitFor();
    await peek.getByText('todo.open = 2').or(peek.getByText('Expected')).first().waitFor();
    await workbench.picture('test-failure-dark');
    const text = (await page.locator('.part.editor').innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain('todo.open === 3');
  });

  it('is marked in the explorer beside the assertion that holds', async () => {
    const { page } = workbench;
    await page.keyboard.press('Escape');
    await workbench.palette('Testing: Focus on Test Explorer View');
    const rows = page.locator('.test-explorer .monaco-list-row');
    await rows.filter({ hasText: 'failing.test.tsx' }).first().waitFor();
    await page.locator('.test-explorer .codicon-testing-failed-icon').first().waitFor();
    await workbench.picture('test-explorer-dark');
  });
});
