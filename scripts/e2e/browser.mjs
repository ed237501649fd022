// Opens the headless browser, and a page that notices when anything leaves this machine.
import { chromium } from 'playwright-core';
import { browserEnvironment } from './chromium.mjs';
import { browser as executablePath } from './places.mjs';

const flags = [
  // The pages are our own editor's, on loopback; Chromium's sandbox needs rights that a container
  // does not have.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

/**
 * Opens a browser with one page.
 * @returns {Promise<{ page: import('playwright-core').Page, foreignRequests: () => string[], close: () => Promise<void>, onLost: (listener: (why: string) => void) => void }>}
 */
export async function openBrowser({ width = 1400, height = 900 } = {}) {
  const browser = await chromium.launch({
    executablePath,
    args: flags,
    env: { ...process.env, ...browserEnvironment() },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const foreign = new Set();
  const note = (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.hostname !== '127.0.0.1')
      foreign.add(url.href);
  };
  // A webview's files have addresses of another host, but a worker of the page answers for them.
  context.on('response', (response) => {
    if (!response.fromServiceWorker()) note(response.request());
  });
  context.on('requestfailed', note);
  return {
    page,
    foreignRequests: () => [...foreign],
    close: () => browser.close(),
    onLost: (listener) => {
      browser.once('disconnected', () => listener('the browser has ended'));
      page.once('crash', () => listener('the page has crashed'));
    },
  };
}
