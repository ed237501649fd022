/** A folder that nobody has trusted: what is looked at works, and nothing runs until it is trusted. */
import { beforeAll, describe, expect, it } from 'vitest';
import { placeOf, useWorkbench } from './session.ts';
import { until, type Workbench } from './workbench.ts';

const refusal = 'Patterns run only in a trusted workspace';

let workbench: Workbench;
const opened = useWorkbench({
  trusting: false,
  settings: { 'patternbox.debug.enabled': true },
});
beforeAll(() => {
  workbench = opened();
});

const started = (part: string): readonly string[] =>
  workbench.commands().filter((command) => command.includes(part));

const testingView = () => workbench.page.locator('.activitybar [aria-label^="Testing"]');

async function refuses(action: () => Promise<void>): Promise<void> {
  const toast = workbench.toast(refusal);
  await until(toast, action);
  await toast.first().getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
  await workbench.palette('Notifications: Clear All Notifications');
  await toast.waitFor({ state: 'detached' });
}

describe('a folder that is not trusted', () => {
  it('is checked: problems stand at their lines', async () => {
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    await workbench.open('breaks-module-rules.tsx');
    await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await workbench.palette('Problems: Focus on Problems View');
    await workbench.problem('PB').first().waitFor();
  });

  it('refuses to run and to debug, from the palette and from the lens', async () => {
    await workbench.open('counter.tsx');
    await refuses(() => workbench.palette('Patternbox: Run Pattern'));
    await refuses(() => workbench.palette('Patternbox: Debug Pattern'));
    const { line } = await placeOf(workbench, 'counter.tsx', 'export default');
    await workbench.typeAt(line, 1, '');
    await refuses(() => workbench.clickLens('Run Pattern'));
    await refuses(() => workbench.clickLens('Debug Pattern'));
    await workbench.picture('untrusted');
  });

  it('says in the stack view what it waits for', async () => {
    await workbench.palette('View: Show Patternbox');
    await workbench.page.getByText(refusal).first().waitFor();
    await workbench.picture('untrusted-stack');
    await workbench.palette('View: Show Explorer');
  });

  it('has no tests to run', async () => {
    await workbench.open('todo.test.tsx');
    await workbench.page.locator('.codelens-decoration a').first().waitFor();
    // The editor has no view of tests before somebody offers some.
    expect(await testingView().count()).toBe(0);
    expect(await workbench.page.locator('.testing-run-glyph').count()).toBe(0);
  });

  it('has started the server and no sandbox', () => {
    expect(started('dist/server.js')).not.toEqual([]);
    expect(started('dist/sandbox')).toEqual([]);
  });

  it('runs, and lists its tests, once it is trusted', async () => {
    const { page } = workbench;
    await workbench.palette('Workspaces: Manage Workspace Trust');
    await page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await page.locator('.workspace-trust-editor').getByText('In a Trusted').first().waitFor();
    // It lies over the window.
    await page.locator('.monaco-modal-editor-block .codicon-close').first().click();
    await page.locator('.workspace-trust-editor').waitFor({ state: 'detached' });
    await workbench.open('counter.tsx');
    await workbench.palette('Patternbox: Run Pattern');
    await workbench.result.getByText('Counter: 0').first().waitFor({ timeout: 60_000 });
    expect(started('dist/sandbox')).not.toEqual([]);
    await testingView().first().waitFor();
    await workbench.palette('View: Show Testing');
    const rows = page.locator('.test-explorer .monaco-list-row');
    await rows.filter({ hasText: 'todo.test.tsx' }).first().waitFor();
  });
});
