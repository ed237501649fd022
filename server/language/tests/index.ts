/** Pattern tests and recorded scenarios, as the Test Explorer asks for them. */
import type { Connection } from 'vscode-languageserver/node';
import {
  notAFile,
  printable,
  printableLines,
  words,
  workspaceNotTrusted,
  type ConsoleLine,
} from '../../protocol/index.ts';
import { requests, serverNotifications } from '../../protocol/client.ts';
import { isScenarioPath } from '../../protocol/test-file.ts';
import type { LinkDebugger } from '../debugging.ts';
import { pathOf } from '../locations.ts';
import { answer, refuse } from '../refusals.ts';
import { stepsOf } from './outline.ts';
import { runFile, type TestPowers } from './run.ts';
import { scenariosOf } from './scenario-outline.ts';

export interface TestsContext extends TestPowers {
  readonly trusted: () => boolean;
  readonly linkDebugger: LinkDebugger;
}

/** Registers the requests of the Test Explorer. */
export function registerTests(connection: Connection, context: TestsContext): void {
  const fileOf = (uri: string): string => {
    const path = pathOf(uri);
    if (path === undefined) throw refuse(notAFile({ uri }));
    return path;
  };

  answer(connection, requests.testOutline, ({ uri }) => {
    const path = fileOf(uri);
    const text = context.documents.files.read(path) ?? '';
    const cases = isScenarioPath(path) ? scenariosOf(text).cases : stepsOf(path, text);
    return Promise.resolve({ cases: [...cases] });
  });

  answer(connection, requests.test, ({ testRunId, uri, only, debugId }, token) => {
    if (!context.trusted()) throw refuse(workspaceNotTrusted({}));
    const path = fileOf(uri);
    const controller = new AbortController();
    token.onCancellationRequested(() => {
      controller.abort();
    });
    return runFile(context, {
      path,
      ...(only !== undefined && { only }),
      options: {
        signal: controller.signal,
        ...(debugId !== undefined && { debugger: context.linkDebugger(debugId, path) }),
        onConsole: (line) => {
          const text = outputOf(line);
          const { method } = serverNotifications.testOutput;
          void connection.sendNotification(method, { testRunId, uri, text });
        },
      },
      onCase: (report) => {
        const { method } = serverNotifications.testCase;
        void connection.sendNotification(method, { testRunId, uri, report });
      },
    });
  });
}

function outputOf({ text, file, line }: ConsoleLine): string {
  // It is shown in a terminal.
  const shown = printableLines(text);
  return file === null || line === null ? shown : words.consolePlace(shown, printable(file), line);
}
