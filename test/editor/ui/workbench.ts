/**
 * The editor as a person uses it: open, press, look. Every action waits for its effect, for the
 * workbench drops what comes before an extension is ready.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../../scripts/e2e/browser.mjs';
import { startCodeServer, workbenchUrl } from '../../../scripts/e2e/code-server.mjs';
import { installInto } from '../../../scripts/e2e/extension.mjs';
import { commandsBelow } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const patienceMs = 20_000;
const attemptMs = 4_000;
const attempts = 6;

export const themes = {
  dark: { name: 'Dark Modern', base: 'vs-dark' },
  light: { name: 'Light Modern', base: 'vs' },
  'high-contrast': { name: 'Dark High Contrast', base: 'hc-black' },
} as const;
export type Theme = keyof typeof themes;

export interface Workbench {
  readonly page: Page;
  /** The copy of the examples that is open. */
  readonly folder: string;
  readonly open: (file: string) => Promise<void>;
  /** Runs a command by its full title. */
  readonly palette: (command: string) => Promise<void>;
  /** Chooses from the list that a command has opened. */
  readonly pick: (choice: string) => Promise<void>;
  readonly clickLens: (title: string) => Promise<void>;
  /** Puts the cursor before a place, counted from 1, and types. */
  readonly typeAt: (line: number, column: number, text: string) => Promise<void>;
  /** Sets a breakpoint in the line, counted from 1. */
  readonly breakAt: (line: number) => Promise<void>;
  /** The document of the result panel that can be seen. */
  readonly result: FrameLocator;
  /** The document of the trace view. */
  readonly trace: FrameLocator;
  readonly problem: (text: string) => Locator;
  /** A message in the corner. */
  readonly toast: (text: string) => Locator;
  readonly treeRow: (text: string | RegExp) => Locator;
  readonly useTheme: (theme: Theme) => Promise<void>;
  /** Keeps a picture: in docs/images when UPDATE_IMAGES is set, else in test-results. */
  readonly picture: (name: string) => Promise<void>;
  readonly foreignRequests: () => readonly string[];
  /** The command lines of everything that the editor has started. */
  readonly commands: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Repeats an action until what it should bring about is seen. */
export async function until(seen: Locator, action: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await action();
      await seen.first().waitFor({ timeout: attemptMs });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

/** The tab of a file, when it is the active one of its group. */
export function activeTab(page: Page, file: string): Locator {
  return page.locator(`.tab.active[data-resource-name="${path.posix.basename(file)}"]`);
}

/** `nested-counter.tsx` contains `counter.tsx` too. */
function startingWith(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

function makeActions(page: Page) {
  const quickInput = page.locator('.quick-input-widget input.input');
  const rowOf = (text: string) => {
    const rows = page.locator('.quick-input-list .monaco-list-row');
    return rows.filter({ hasText: startingWith(text) }).first();
  };

  /** Chooses from the list that is open. */
  const pick = async (choice: string, typed = choice): Promise<void> => {
    await quickInput.fill(typed, { timeout: attemptMs });
    await rowOf(choice).click({ timeout: attemptMs });
  };
  const palette = async (command: string): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await until(quickInput, () => page.keyboard.press('F1'));
        await pick(command, `>${command}`);
        return;
      } catch (error) {
        await page.keyboard.press('Escape');
        if (attempt === attempts) throw error;
      }
    }
  };
  const open = async (file: string): Promise<void> => {
    const entry = page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ hasText: startingWith(file) });
    await until(activeTab(page, file), async () => {
      // Not into the column of the results, which may have the focus.
      await page.keyboard.press('Control+1');
      await entry.dblclick({ timeout: attemptMs });
    });
  };
  const clickLens = async (title: string): Promise<void> => {
    const lens = page.locator('.codelens-decoration a', { hasText: title }).first();
    const editor = page.locator('.monaco-editor .view-lines').first();
    for (let attempt = 1; ; attempt += 1) {
      try {
        await lens.click({ timeout: attemptMs });
        return;
      } catch (error) {
        if (attempt === attempts) throw error;
        // A lens out of the workbench's cache has no command until the editor was touched.
        await editor.click({ position: { x: 5, y: 5 } });
      }
    }
  };
  const typeAt = async (line: number, column: number, text: string): Promise<void> => {
    const cursor = page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` });
    await until(cursor, async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+G');
      await quickInput.fill(`:${line}:${column}`, { timeout: attemptMs });
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden', timeout: attemptMs });
    });
    await page.keyboard.insertText(text);
  };
  const breakAt = async (line: number): Promise<void> => {
    await typeAt(line, 1, '');
    const mark = page.locator('.codicon-debug-breakpoint, .codicon-debug-breakpoint-unverified');
    await until(mark, () => page.keyboard.press('F9'));
  };
  return { palette, pick, open, clickLens, typeAt, breakAt };
}

export interface WorkbenchOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False: the folder is restricted until somebody trusts it. */
  readonly trusting?: boolean;
  /** Further files of the folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Starts an editor with the packaged extension and a copy of the examples. */
export async function openWorkbench(
  vsix: string,
  { files = {}, ...options }: WorkbenchOptions = {},
): Promise<Workbench> {
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'patternbox-workspace-'));
  // The examples find the declarations of the authoring API beside their own folder.
  for (const name of ['examples', 'types']) {
    await cp(path.join(root, name), path.join(workspace, name), { recursive: true });
  }
  const folder = path.join(workspace, 'examples');
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const installed = await installInto(vsix);
  const server = await startCodeServer({ extensions: installed.extensions, ...options });
  const browser = await openBrowser();
  const { page } = browser;
  page.setDefaultTimeout(patienceMs);
  await page.goto(workbenchUrl(server, { folder }));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();

  const actions = makeActions(page);
  const workbench = page.locator('.monaco-workbench');
  const images = process.env['UPDATE_IMAGES'] ? 'docs/images' : 'test-results';
  return {
    page,
    folder,
    ...actions,
    result: page
      .locator('iframe.webview.ready:visible')
      .first()
      .contentFrame()
      .frameLocator('#active-frame'),
    trace: page
      .locator('iframe.webview.ready:visible')
      // It is younger than the panel of the result.
      .last()
      .contentFrame()
      .frameLocator('#active-frame'),
    problem: (text) => page.locator('.markers-panel .monaco-list-row', { hasText: text }),
    toast: (text) => page.locator('.notification-toast', { hasText: text }),
    treeRow: (text) =>
      page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: text }),
    useTheme: async (theme) => {
      const { name, base } = themes[theme];
      await actions.palette('Preferences: Color Theme');
      await actions.pick(name);
      await workbench.and(page.locator(`.${base}`)).waitFor();
    },
    picture: async (name) => {
      // No hint of whatever the pointer rests on.
      await page.mouse.move(700, 899);
      await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
      await mkdir(path.join(root, images), { recursive: true });
      await page.screenshot({ path: path.join(root, images, `${name}.png`) });
    },
    foreignRequests: browser.foreignRequests,
    commands: () => commandsBelow(server.child.pid ?? 0),
    close: async () => {
      await browser.close();
      await server.dispose();
      await installed.remove();
      await rm(workspace, { recursive: true, force: true });
    },
  };
}
