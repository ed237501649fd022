import type { ChildProcess } from 'node:child_process';

export interface CodeServer {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly host: string;
  readonly dispose: () => Promise<void>;
}

export interface ServerOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly extensions?: string;
  readonly smokeDriver?: boolean;
  /** False: the folder is restricted until somebody trusts it. */
  readonly trusting?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export declare function startCodeServer(options?: ServerOptions): Promise<CodeServer>;
export declare function workbenchUrl(
  server: CodeServer,
  what: { folder?: string; payload?: readonly (readonly [string, string])[] },
): string;
