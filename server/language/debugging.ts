/** The way from a run to the editor's debugger: the editor is asked to attach, and the run waits. */
import type { Connection } from 'vscode-languageserver/node';
import type { DebuggerLink } from '../engine/index.ts';
import { debugSession } from '../protocol/index.ts';
import { serverRequests } from '../protocol/client.ts';

/** Makes the link of one debug session; `runId` names the run where the editor can end it. */
export type LinkDebugger = (debugId: string, path: string, runId?: string) => DebuggerLink;

export function debuggerLinks(
  connection: Connection,
  requireAllLayers: (path: string) => boolean,
): LinkDebugger {
  return (debugId, path, runId) =>
    Object.freeze<DebuggerLink>({
      requireAllLayers: requireAllLayers(path),
      attach: async ({ url, off }) => {
        const { method } = serverRequests.attach;
        const notice = debugSession({ off }).text;
        const params = { debugId, address: url, off: [...off], notice };
        await connection.sendRequest(method, runId === undefined ? params : { ...params, runId });
      },
    });
}
