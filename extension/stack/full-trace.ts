/** The full trace of a run as a read-only document. */
import * as vscode from 'vscode';
import type { Disposable } from '../disposable.ts';
import { traceText } from './copies.ts';
import type { RunView } from '../../server/protocol/client.ts';

const scheme = 'patternbox-trace';

export interface TraceDocuments extends Disposable {
  readonly show: (view: RunView) => Promise<void>;
}

/** The trace of a view as text. */
export function traceTextOf({ uri, result }: RunView): string {
  return traceText(result?.file ?? uri, result);
}

/** Registers the documents; each pattern has one, brought up to date when it is shown again. */
export function registerTraceDocuments(): TraceDocuments {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  return Object.freeze<TraceDocuments>({
    show: async (view) => {
      const { path } = vscode.Uri.parse(view.uri);
      const uri = vscode.Uri.from({ scheme, path: `${path}.trace` });
      texts.set(uri.toString(), traceTextOf(view));
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
    },
    dispose: () => void vscode.Disposable.from(registration, changed).dispose(),
  });
}
