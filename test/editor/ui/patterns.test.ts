/** The packaged extension in a real editor, driven as a person would drive it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { placeOf, useWorkbench } from './session.ts';
import { activeTab, type Theme, themes, type Workbench } from './workbench.ts';

let workbench: Workbench;
const opened = useWorkbench();
beforeAll(() => {
  workbench = opened();
});

describe('a session in the editor', () => {
  it('runs a pattern from the code lens and shows its result', async () => {
    await workbench.open('counter.tsx');
    await workbench.clickLens('Run Pattern');
    await workbench.result.getByText('Counter: 0').first().waitFor();
    await workbench.result.getByText('0 is even').first().waitFor();
  });

  it('sends the event of a button that is clicked', async () => {
    await workbench.result.getByRole('button', { name: '+', exact: true }).click();
    await workbench.result.getByText('Counter: 1').first().waitFor();
    await workbench.result.getByText('1 is odd').first().waitFor();
  });

  it.each(Object.keys(themes) as Theme[])('shows a result in the %s theme', async (theme) => {
    await workbench.useTheme(theme);
    await workbench.result.getByText('1 is odd').first().waitFor();
    await workbench.picture(`result-${theme}`);
  });

  it('runs the text that is not saved', async () => {
    await workbench.useTheme('dark');
    await workbench.open('counter.tsx');
    const { line, column } = await placeOf(workbench, 'counter.tsx', 'Counter: $');
    await workbench.typeAt(line, column, 'Unsaved ');
    await workbench.palette('Patternbox: Run Pattern');
    await workbench.result.getByText('Unsaved Counter: 0').first().waitFor();
    const saved = await readFile(path.join(workbench.folder, 'counter.tsx'), 'utf8');
    expect(saved).not.toContain('Unsaved');
  });

  it('underlines an error where it was thrown, in a file that was not open', async () => {
    await workbench.open('broken-total.tsx');
    await workbench.palette('Patternbox: Run Pattern');
    await workbench.palette('Problems: Focus on Problems View');
    const problem = workbench.problem('Milk has no price').first();
    await problem.waitFor();
    const place = await placeOf(workbench, 'broken-total-prices.ts', 'new RangeError');
    expect(await problem.textContent()).toContain(`[Ln ${place.line}, Col ${place.column}]`);
    await problem.dblclick();
    await activeTab(workbench.page, 'broken-total-prices.ts').waitFor();
    await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
  });

  it.each(Object.keys(themes) as Theme[])('shows the error in the %s theme', async (theme) => {
    await workbench.useTheme(theme);
    await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await workbench.picture(`error-${theme}`);
  });

  it('lists every frame in debug mode', async () => {
    await workbench.useTheme('dark');
    await workbench.palette('Patternbox: Toggle Debug Mode');
    // The run that is shown is older than debug mode, and says so.
    await workbench.result.getByText('run before debug mode was on').first().waitFor();
    await workbench.palette('View: Show Patternbox');
    await workbench.treeRow('RangeError: Milk has no price').first().waitFor();
    for (const name of ['unitPrice', 'lineCents', 'lineTotal', 'computed callback']) {
      await workbench.treeRow(name).first().waitFor();
    }
    await workbench.treeRow('Reactive path').first().waitFor();
  });

  it.each(Object.keys(themes) as Theme[])('shows the stack in the %s theme', async (theme) => {
    await workbench.useTheme(theme);
    await workbench.treeRow('unitPrice').first().waitFor();
    await workbench.picture(`stack-${theme}`);
  });

  it('opens the place of a frame', async () => {
    await workbench.treeRow('computed callback').first().click();
    await activeTab(workbench.page, 'broken-total.tsx').waitFor();
  });

  it('shows what happened in a run, and finds one cell in it', async () => {
    await workbench.useTheme('dark');
    await workbench.palette('View: Show Explorer');
    await workbench.open('counter.tsx');
    await workbench.palette('Patternbox: Run Pattern');
    await workbench.result.getByText('Counter: 0').first().waitFor();
    await workbench.result.getByRole('button', { name: '+', exact: true }).click();
    await workbench.result.getByText('Counter: 1').first().waitFor();
    await workbench.palette('Patternbox: Focus on Runtime Trace View');
    const rows = workbench.trace
      .getByRole('listbox', { name: 'Runtime Trace' })
      .getByRole('option');
    await rows.filter({ hasText: 'Event' }).first().waitFor();
    const all = await workbench.trace.getByRole('status').first().textContent();
    expect(all).toMatch(/^\d+ entries$/);
    await workbench.trace.getByLabel('Kind').selectOption('write');
    await rows.filter({ hasText: 'Event' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'Write' }).first().click();
    await workbench.trace.getByRole('button', { name: /^Only / }).click();
    await rows
      .filter({ hasText: /because of/ })
      .first()
      .waitFor();
  });

  it.each(Object.keys(themes) as Theme[])('shows the trace in the %s theme', async (theme) => {
    await workbench.useTheme(theme);
    await workbench.trace.locator('.row').first().waitFor();
    await workbench.picture(`trace-${theme}`);
  });

  it('opens the source of a row with the keyboard', async () => {
    await workbench.useTheme('dark');
    const list = workbench.trace.getByRole('listbox', { name: 'Runtime Trace' });
    await list.focus();
    await list.press('End');
    await list.press('Enter');
    await activeTab(workbench.page, 'counter.tsx').waitFor();
  });

  it('never asked anything of another machine', () => {
    expect(workbench.foreignRequests()).toEqual([]);
  });
});
