/** Pull diagnostics of open documents: the newest text wins, answers to older ones are dropped. */
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Checks } from './checks.ts';
import type { Documents } from './documents.ts';
import { pathOf } from './locations.ts';
import type { Publisher } from './publisher.ts';

/** How long a document that is being typed in must be quiet before it is checked. */
const quietMs = 40;

export interface Pull {
  /** Whether a pull of this file is being answered, so that its findings need no refresh. */
  readonly isAnswering: (path: string) => boolean;
}

/** Registers the provider; its identifier is in the server's capabilities. */
export function registerPull(
  connection: Connection,
  documents: Documents,
  checks: Checks,
  publisher: () => Publisher,
): Pull {
  const answering = new Map<string, number>();
  const lastChecked = new Map<string, number>();
  documents.onClose((path) => lastChecked.delete(path));

  const superseded = () =>
    new ResponseError<DiagnosticServerCancellationData>(LSPErrorCodes.ServerCancelled, '', {
      retriggerRequest: true,
    });

  /** The first check runs at once; the next ones wait until typing pauses. */
  const pause = async (path: string): Promise<void> => {
    const since = Date.now() - (lastChecked.get(path) ?? 0);
    if (since < quietMs) await new Promise((resolve) => setTimeout(resolve, quietMs - since));
    lastChecked.set(path, Date.now());
  };

  const report = async (
    path: string,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport | ResponseError<DiagnosticServerCancellationData>> => {
    const version = documents.at(path)?.version;
    const current = () => !token.isCancellationRequested && documents.at(path)?.version === version;
    await pause(path);
    if (!current()) return superseded();
    await checks.check(path);
    if (!current()) return superseded();
    return { kind: DocumentDiagnosticReportKind.Full, items: publisher().collect(path) };
  };

  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const path = pathOf(textDocument.uri);
    if (path === undefined || !documents.at(path)) {
      return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    }
    answering.set(path, (answering.get(path) ?? 0) + 1);
    try {
      return await report(path, token);
    } finally {
      const left = (answering.get(path) ?? 1) - 1;
      if (left > 0) answering.set(path, left);
      else answering.delete(path);
    }
  });

  return Object.freeze<Pull>({ isAnswering: (path) => answering.has(path) });
}
