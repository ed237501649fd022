/** A stopped pattern as a person sees it, in the packaged extension. */
import { beforeAll, describe, it } from 'vitest';
import { placeOf, useWorkbench } from './session.ts';
import { type Theme, themes, type Workbench } from './workbench.ts';

let workbench: Workbench;
const opened = useWorkbench();
beforeAll(() => {
  workbench = opened();
});

const variable = (name: string, value: string) =>
  workbench.page
    .locator('.debug-variables .monaco-list-row', { hasText: name })
    .filter({ hasText: value })
    .first();

describe('debugging in the editor', () => {
  it('stops where a click has led, and shows what the cell holds', async () => {
    const { page } = workbench;
    const { line } = await placeOf(workbench, 'counter.tsx', 'value.get() + 1');
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

  it('starts, stops and goes on with the key F5 alone, without a launch configuration', async () => {
    const { page } = workbench;
    await workbench.palette('View: Show Explorer');
    await workbench.open('counter.tsx');
    const { line } = await placeOf(workbench, 'counter.tsx', '[NAME]');
    await workbench.breakAt(line);
    const stopped = page.locator('.debug-top-stack-frame-line').first();
    await page.keyboard.press('F5');
    await stopped.waitFor({ timeout: 60_000 });
    await workbench.picture('debug-f5');
    await page.keyboard.press('F5');
    await stopped.waitFor({ state: 'detached' });
    await workbench.result.getByText('Counter: 0').first().waitFor();
    await page.keyboard.press('Shift+F5');
    await page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  });
});
