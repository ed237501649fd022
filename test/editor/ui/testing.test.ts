/** The Test Explorer of the packaged extension, as a person sees it. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useWorkbench } from './session.ts';
import type { Workbench } from './workbench.ts';

let workbench: Workbench;
const opened = useWorkbench();
beforeAll(async () => {
  workbench = opened();
  const file = path.join(workbench.folder, 'todo.test.tsx');
  const holds = await readFile(file, 'utf8');
  await writeFile(file, holds.replace('todo.open === 2', 'todo.open === 3'));
});

describe('a failing test', () => {
  it('shows the operands and both sides at the line of its assertion', async () => {
    const { page } = workbench;
    await workbench.open('todo.test.tsx');
    await page.locator('.testing-run-glyph').first().waitFor({ timeout: 90_000 });
    await workbench.palette('Test: Run Tests in Current File');
    await page.getByText('2 != 3').first().waitFor();
    const results = page.locator('.panel .monaco-list-row', { hasText: 'todo.open === 3' });
    await results.first().click();
    await page.locator('.panel .monaco-diff-editor').first().waitFor();
    expect(await results.count()).toBe(1);
    await workbench.picture('test-failure-dark');
    const text = (await page.locator('.part.editor').innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain('todo.open === 3');
  });

  it('is marked in the explorer beside the assertion that holds', async () => {
    const { page } = workbench;
    await page.keyboard.press('Escape');
    await workbench.palette('View: Show Testing');
    const rows = page.locator('.test-explorer .monaco-list-row');
    await rows.filter({ hasText: 'todo.test.tsx' }).first().waitFor();
    await page.locator('.test-explorer .codicon-testing-failed-icon').first().waitFor();
    await workbench.picture('test-explorer-dark');
  });
});
