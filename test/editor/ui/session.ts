/** One editor for the tests of a file, which are steps of one session. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/** Opens the editor before the tests and closes it after them; gives how to reach it. */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  let broken = false;
  const opened = (): Workbench => {
    if (!workbench) throw new Error('The editor is not open.');
    return workbench;
  };

  beforeAll(async () => {
    const vsix = process.env['PATTERNBOX_VSIX'];
    if (vsix === undefined)
      throw new Error('Start this with `npm test -- ui`: it makes the package.');
    workbench = await openWorkbench(vsix, options);
  });
  // Each test goes on where the one before it ended.
  beforeEach(({ skip }) => {
    if (broken) skip('a test before it failed');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    broken = true;
    const name = task.name.replaceAll(/\W+/g, '-');
    await workbench?.page.screenshot({ path: `test-results/failed-${name}.png` });
  });
  afterAll(async () => workbench?.close());
  return opened;
}

/** Where a text stands in a file of the workspace, counted from 1. */
export async function placeOf(
  { folder }: Workbench,
  file: string,
  text: string,
): Promise<{ line: number; column: number }> {
  const source = await readFile(path.join(folder, file), 'utf8');
  const at = source.indexOf(text);
  if (at < 0) throw new Error(`${file} does not hold ${text}`);
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
