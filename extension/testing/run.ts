/** Carries out a run of the Test Explorer: asks the server and tells the editor what came of it. */
import * as vscode from 'vscode';
import pLimit from 'p-limit';
import type * as v from 'valibot';
import { requests, serverNotifications } from '../../server/protocol/client.ts';
import type { TestCaseReport, TestFileReport } from '../../server/protocol/client-tests.ts';
import { isScenarioPath } from '../../server/protocol/test-file.ts';
import type { Debugging } from '../debugging/index.ts';
import { textOfError } from '../refusal.ts';
import type { ServerLink } from '../server-link.ts';
import { messageOf } from './messages.ts';
import { isFileItem, type TestTree } from './tree.ts';

export interface TestPowers {
  readonly controller: vscode.TestController;
  readonly tree: TestTree;
  readonly server: ServerLink;
  readonly debugging: Debugging;
}

/** One file of a run, and the scenarios of it that are wanted; undefined for all of it. */
interface Target {
  readonly item: vscode.TestItem;
  readonly only: readonly string[] | undefined;
}

interface FileRun extends Target {
  readonly testRunId: string;
  readonly run: vscode.TestRun;
  /** The steps whose state the editor has been told. */
  readonly told: Set<string>;
}

/** Under the debugger one at a time: it stops one process, and a person looks at it. */
const filesAtOnce = { run: 4, debug: 1 } as const;
type RunKind = keyof typeof filesAtOnce;

type RunHandler = (request: vscode.TestRunRequest) => Promise<void>;

/** Makes the handlers of the run profiles. What the server tells of a run goes to whoever began it. */
export function createRunHandlers(powers: TestPowers): Record<RunKind, RunHandler> {
  const { controller, debugging, server, tree } = powers;
  const active = new Map<string, FileRun>();
  let count = 0;

  server.on(serverNotifications.testOutput, ({ testRunId, text }) => {
    const file = active.get(testRunId);
    file?.run.appendOutput(withCrLf(`${text}\n`), undefined, file.item);
  });
  server.on(serverNotifications.testCase, ({ testRunId, report }) => {
    const file = active.get(testRunId);
    if (file) showCase(file, tree, report);
  });

  /** Undefined when the debug session was ended first. */
  const debugged = async (
    uri: vscode.Uri,
    params: v.InferInput<typeof requests.test.params>,
    run: vscode.TestRun,
  ): Promise<TestFileReport | undefined> => {
    let report: TestFileReport | undefined;
    const work = async (debugId: string, token: vscode.CancellationToken): Promise<undefined> => {
      const either = new vscode.CancellationTokenSource();
      const links = [token, run.token].map((each) =>
        each.onCancellationRequested(() => either.cancel()),
      );
      try {
        const given = await server.ask(requests.test, { ...params, debugId }, either.token);
        if (!either.token.isCancellationRequested) report = given;
      } finally {
        for (const link of links) link.dispose();
      }
    };
    await debugging.debugWork(uri, work, run);
    return report;
  };

  const runFile = async (kind: RunKind, target: Target, run: vscode.TestRun): Promise<void> => {
    const { item, only } = target;
    const cancelled = () => run.token.isCancellationRequested;
    if (cancelled() || !item.uri) return;
    const file: FileRun = { ...target, testRunId: `test-${++count}`, run, told: new Set() };
    active.set(file.testRunId, file);
    for (const each of itemsOf(target)) run.started(each);
    try {
      const params = { testRunId: file.testRunId, uri: item.uri.toString() };
      const wanted = only === undefined ? params : { ...params, only: [...only] };
      const report =
        kind === 'run'
          ? await server.ask(requests.test, wanted, run.token)
          : await debugged(item.uri, wanted, run);
      // Whatever a killed process still says is about the kill.
      if (cancelled() || !report) for (const each of itemsOf(target)) run.skipped(each);
      else showFile(file, tree, report);
    } catch (error) {
      if (!cancelled()) run.errored(item, new vscode.TestMessage(textOfError(error)));
    } finally {
      active.delete(file.testRunId);
    }
  };

  const handle = async (kind: RunKind, request: vscode.TestRunRequest): Promise<void> => {
    const run = controller.createTestRun(request);
    const limit = pLimit(filesAtOnce[kind]);
    try {
      const targets = targetsOf(request, controller);
      for (const target of targets) for (const each of itemsOf(target)) run.enqueued(each);
      await Promise.all(targets.map((target) => limit(() => runFile(kind, target, run))));
    } finally {
      run.end();
    }
  };
  return {
    run: (request) => handle('run', request),
    debug: (request) => handle('debug', request),
  };
}

function showFile(file: FileRun, tree: TestTree, report: TestFileReport): void {
  const { item, only, run } = file;
  for (const each of report.cases) showCase(file, tree, each);
  if (only !== undefined) return;
  const reported = new Set(report.cases.map(({ id }) => id));
  // What the text promised and the run did not have is gone, or was never reached.
  for (const [id, child] of item.children) if (!reported.has(id)) run.skipped(child);
  if (report.problems.length === 0) {
    // A file is what its tests are; one without any has passed.
    if (report.cases.length === 0) run.passed(item, report.durationMs);
    return;
  }
  const messages = report.problems.map((problem) => messageOf(problem, item));
  run.errored(item, messages, report.durationMs);
}

/** Tells the state of a step once: a second failure would list its messages twice. */
function showCase({ item, run, told }: FileRun, tree: TestTree, report: TestCaseReport): void {
  if (told.has(report.id)) return;
  told.add(report.id);
  const child = tree.test(item, report.id);
  switch (report.status) {
    case 'passed':
      run.passed(child);
      return;
    case 'skipped':
      run.skipped(child);
      return;
    case 'failed':
      run.failed(
        child,
        report.problems.map((problem) => messageOf(problem, child)),
      );
  }
}

/** The items whose state a run of the target decides. */
function itemsOf({ item, only }: Target): vscode.TestItem[] {
  const children = [...item.children].map(([, child]) => child);
  if (only !== undefined) return children.filter(({ id }) => only.includes(id));
  return [item, ...children];
}

/** The files of a request. A step runs with its whole file: it builds on the steps before it. */
function targetsOf(
  { include, exclude }: vscode.TestRunRequest,
  { items }: vscode.TestController,
): Target[] {
  const excluded = new Set(exclude);
  const wanted = include ?? [...items].map(([, item]) => item);
  const targets = new Map<vscode.TestItem, Set<string> | undefined>();
  for (const item of wanted) {
    const file = item.parent ?? item;
    if (excluded.has(item) || excluded.has(file)) continue;
    const whole = isFileItem(item) || !isScenarioPath(file.uri?.path ?? '');
    const names = targets.get(file);
    if (whole || (targets.has(file) && names === undefined)) targets.set(file, undefined);
    else targets.set(file, new Set([...(names ?? []), item.id]));
  }
  return [...targets].map(([item, only]) => ({ item, only: only && [...only] }));
}

/** A terminal shows the output, so every line ends with both characters. */
export function withCrLf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
