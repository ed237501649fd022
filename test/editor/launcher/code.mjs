#!/usr/bin/env node
// Behaves like the desktop `code` executable as far as @vscode/test-electron uses it: runs a suite in
// a real extension host, here of code-server under a headless browser, and exits with its outcome.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../../scripts/e2e/browser.mjs';
import { remoteUri, startCodeServer, workbenchUrl } from '../../../scripts/e2e/code-server.mjs';
import { readCommandLine } from './command-line.mjs';
import { openSuiteChannel } from './suite-channel.mjs';

const limitMs = Number(process.env['PATTERNBOX_SUITE_LIMIT_MS'] ?? 300_000);
const suiteEntry = fileURLToPath(new URL('./suite-entry.cjs', import.meta.url));

/** What must be closed in the end, newest first. */
const closers = [];
const closeAll = async () => {
  for (const close of closers.reverse()) {
    await Promise.resolve(close()).catch((error) => console.error(error));
  }
};

/** Resolves with the exit code, whatever ends the run first; what comes later is of no interest. */
function makeOutcome() {
  let settle;
  let over = false;
  const outcome = new Promise((resolve) => {
    settle = (code) => {
      over = true;
      resolve(code);
    };
  });
  const fail = (why, code = 1) => {
    if (!over) console.error(`The editor's tests did not finish: ${why}.`);
    settle(code);
  };
  const timer = setTimeout(() => fail(`no result after ${limitMs} ms`, 124), limitMs);
  closers.push(() => clearTimeout(timer));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => fail(signal, 130));
  }
  return { outcome, settle, fail };
}

/** The workbench calls these two functions of its page: one to log, one when the suite is over. */
async function listenToWorkbench(page, channel, { settle, fail }) {
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', (code) => {
    const passed = channel.verdict();
    if (passed === undefined) fail('the extension host ended before the suite did');
    else settle(passed ? code : code || 1);
  });
}

async function launch(run) {
  const { developed, suite, folder } = readCommandLine(process.argv.slice(2));
  if (suite === undefined) throw new Error('--extensionTestsPath is missing');
  const channel = await openSuiteChannel(path.resolve(suite));
  closers.push(channel.close);
  // Closers come first: a signal may arrive while something is still starting.
  const starting = startCodeServer({ smokeDriver: true, env: channel.env });
  closers.push(async () => (await starting).dispose());
  const server = await starting;
  server.child.once('exit', () => run.fail('code-server has ended'));
  const opening = openBrowser();
  closers.push(async () => (await opening).close());
  const browser = await opening;
  browser.onLost(run.fail);
  await listenToWorkbench(browser.page, channel, run);

  const payload = [
    ...developed.map((name) => ['extensionDevelopmentPath', remoteUri(server, path.resolve(name))]),
    ['extensionTestsPath', remoteUri(server, suiteEntry)],
    ['skipWelcome', 'true'],
  ];
  const address = workbenchUrl(server, { folder: folder && path.resolve(folder), payload });
  const answer = await browser.page.goto(address);
  if (!answer?.ok()) run.fail(`the workbench answered ${answer?.status()}`);
}

const run = makeOutcome();
launch(run).catch((error) => run.fail(error.stack));
const code = await run.outcome;
await closeAll();
process.exit(code);
