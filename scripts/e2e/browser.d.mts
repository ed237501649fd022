import type { Page } from 'playwright-core';

export interface OpenBrowser {
  readonly page: Page;
  /** What the page asked of other machines. */
  readonly foreignRequests: () => readonly string[];
  readonly close: () => Promise<void>;
  readonly onLost: (listener: (why: string) => void) => void;
}

export declare function openBrowser(size?: {
  width?: number;
  height?: number;
}): Promise<OpenBrowser>;
