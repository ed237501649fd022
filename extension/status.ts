/** Two language status items: what the sandbox's self-test found, and the last run. */
import * as vscode from 'vscode';
import type { Disposable } from './disposable.ts';
import { words, workspaceNotTrusted } from '../server/protocol/index.ts';
import { requests, type Layer, type RunView } from '../server/protocol/client.ts';
import { patternLanguages } from '../server/protocol/pattern-file.ts';
import type { RunStore } from './run-store.ts';
import type { ServerLink } from './server-link.ts';

const { Information, Warning, Error } = vscode.LanguageStatusSeverity;
const selector = patternLanguages.map((language) => ({ scheme: 'file', language }));
const severities = { complete: Information, reduced: Warning, unsafe: Error };
const showLog = { title: words.statusShowLog, command: 'patternbox.showLog' };

/** The self-test's outcome as the status item shows it. */
export function describeLayers(layers: readonly Layer[]): {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'complete' | 'reduced' | 'unsafe';
} {
  const off = layers.filter(({ active }) => !active);
  const severity = off.some(({ required }) => required)
    ? 'unsafe'
    : off.length > 0
      ? 'reduced'
      : 'complete';
  const text =
    severity === 'complete'
      ? words.statusAllLayers(layers.length)
      : words.statusLayersOff(layers.length - off.length, layers.length);
  return { text, detail: off.map((layer) => `${layer.name}: ${layer.text}`).join(' · '), severity };
}

export interface SandboxStatus extends Disposable {
  /** Proves the layers again and shows the outcome. */
  readonly refresh: () => Promise<void>;
  readonly show: (layers: readonly Layer[]) => void;
}

/** Registers the status items. */
export function registerStatus(
  server: ServerLink,
  store: RunStore,
  log: vscode.LogOutputChannel,
): SandboxStatus {
  const sandbox = vscode.languages.createLanguageStatusItem('patternbox.sandbox', selector);
  sandbox.name = words.statusName;
  sandbox.text = words.statusWaiting;
  sandbox.command = showLog;
  const run = vscode.languages.createLanguageStatusItem('patternbox.run', selector);
  run.name = words.statusRunName;
  run.text = words.productName;

  const show = (layers: readonly Layer[]): void => {
    const { text, detail, severity } = describeLayers(layers);
    sandbox.busy = false;
    sandbox.text = text;
    sandbox.detail = detail;
    sandbox.severity = severities[severity];
    for (const layer of layers) {
      log.info(`${layer.active ? '✓' : '✗'} ${layer.name}: ${layer.text}`);
    }
  };

  const refresh = async (): Promise<void> => {
    if (!vscode.workspace.isTrusted) {
      sandbox.text = words.statusUntrusted;
      sandbox.detail = workspaceNotTrusted({}).text;
      return;
    }
    sandbox.busy = true;
    sandbox.text = words.statusChecking;
    try {
      show((await server.ask(requests.selfTest, {})).layers);
    } catch (error) {
      sandbox.busy = false;
      sandbox.text = words.statusUnavailable;
      sandbox.severity = Error;
      log.error(error instanceof globalThis.Error ? error.message : String(error));
    }
  };

  const showRun = (view: RunView): void => {
    const name = view.uri.split('/').at(-1) ?? '';
    run.busy = view.state === 'running';
    run.text = words.states[view.state];
    run.detail = decodeURIComponent(name);
    run.severity = view.state === 'failed' ? Warning : Information;
  };

  const subscriptions = vscode.Disposable.from(sandbox, run, store.onChange(showRun));
  return Object.freeze<SandboxStatus>({
    refresh,
    show,
    dispose: () => void subscriptions.dispose(),
  });
}
