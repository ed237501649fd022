/** The views where they are narrow, empty, or full of text that nobody should trust. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useWorkbench } from './session.ts';
import { themes, until, type Theme, type Workbench } from './workbench.ts';

const hostile =
  '<b>bold</b> <img src=x onerror=alert(1)> [click](command:workbench.action.quit) ' +
  '\\u001b[31mred \\u202Ereversed';
const long = 'a_very_long_name_'.repeat(12);

const files = {
  'hostile.tsx': `import { computed, NAME, pattern } from 'commonfabric';
export default pattern(() => {
  console.log('${hostile}');
  const ${long} = computed(() => '${hostile}');
  const broken = computed(() => {
    throw new Error('${hostile} ' + 'x'.repeat(2000));
  });
  return { [NAME]: '${hostile}', ${long}, broken };
});
`,
};

let workbench: Workbench;
const opened = useWorkbench({ files, settings: { 'patternbox.debug.enabled': true } });
beforeAll(() => {
  workbench = opened();
});

/** By how many pixels the document of the panel is wider than its window. */
const overflow = (): Promise<number> =>
  workbench.result
    .locator('html')
    .evaluate((root: { readonly scrollWidth: number; readonly clientWidth: number }) =>
      Math.max(0, root.scrollWidth - root.clientWidth),
    );

const eachTheme = it.each(Object.keys(themes) as Theme[]);

describe('the views', () => {
  it('say that nothing has run', async () => {
    await workbench.palette('View: Show Patternbox');
    await workbench.page.getByText('When a run fails').first().waitFor();
    await workbench.page.locator('iframe.webview.ready:visible').first().waitFor();
  });

  eachTheme('without a run have a picture in the %s theme', async (theme) => {
    await workbench.useTheme(theme);
    await workbench.picture(`empty-${theme}`);
  });

  it('show what a pattern says as text', async () => {
    const { page, result } = workbench;
    await workbench.useTheme('dark');
    await workbench.palette('View: Show Explorer');
    await workbench.open('hostile.tsx');
    await workbench.palette('Patternbox: Run Pattern');
    const message = result.locator('.error-message').first();
    await message.waitFor({ timeout: 60_000 });
    for (const part of ['<b>bold</b>', '[click](command:', '\\u001b[31mred \\u202ereversed']) {
      expect(await message.textContent()).toContain(part);
    }
    expect(await result.locator('main b, main img').count()).toBe(0);
    expect(await result.locator('main a').count()).toBe(0);
    await workbench.palette('Problems: Focus on Problems View');
    const problem = workbench.problem('<b>bold</b>').first();
    await problem.waitFor();
    expect(await problem.locator('a[href^="command:"], b, img').count()).toBe(0);
    await workbench.picture('hostile-problems');
    await problem.dblclick();
    const hover = page.locator('.monaco-hover', { hasText: 'bold' }).first();
    await until(hover, async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
    });
    expect(await hover.textContent()).toContain('<b>bold</b>');
    expect(
      await hover.locator('a[href^="command:"], a[data-href^="command:work"], b, img').count(),
    ).toBe(0);
    await page.screenshot({ path: 'test-results/hostile-hover.png' });
    await workbench.palette('View: Hide Panel');
  });

  it('list frames and trace of it as text', async () => {
    await workbench.palette('View: Show Patternbox');
    await workbench.treeRow('<b>bold</b>').first().waitFor();
    // It was opened before the panel of the result, so here it is the first.
    const trace = workbench.result;
    await trace.locator('.row').first().waitFor();
    expect(await trace.locator('main b, main img, main a').count()).toBe(0);
    await workbench.picture('hostile-stack');
    await workbench.palette('View: Show Explorer');
  });

  it('have room for their texts when they are narrow', async () => {
    await workbench.page.setViewportSize({ width: 700, height: 900 });
    await workbench.palette('View: Toggle Primary Side Bar Visibility');
    expect(await overflow()).toBe(0);
  });

  eachTheme('have a narrow picture in the %s theme', async (theme) => {
    await workbench.useTheme(theme);
    await workbench.picture(`narrow-error-${theme}`);
  });
});
