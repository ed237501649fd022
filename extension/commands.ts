/** The commands, by the names that the manifest contributes. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import {
  noPatternOpen,
  nothingHasRun,
  words,
  workspaceNotTrusted,
} from '../server/protocol/index.ts';
import { requests, type RunView } from '../server/protocol/client.ts';
import { compiledTarget, showCompiled } from './compiled-code.ts';
import { notify } from './notice.ts';
import { codeOf, refusal, textOfError } from './refusal.ts';
import type { Debugging } from './debugging/index.ts';
import { inputProblem } from './input.ts';
import { isPattern } from './pattern-context.ts';
import { openPlace } from './places.ts';
import type { ResultPanels } from './result-panel.ts';
import type { RunStore } from './run-store.ts';
import type { ServerLink } from './server-link.ts';
import {
  placeOfNode,
  traceReport,
  traceTextOf,
  type StackNode,
  type StackView,
  type TraceDocuments,
} from './stack/index.ts';
import type { SandboxStatus } from './status.ts';
import { exportTrace } from './trace-export.ts';
import { setUpTypes } from './types-setup/index.ts';

export interface CommandPowers {
  readonly server: ServerLink;
  readonly debugging: Debugging;
  readonly store: RunStore;
  readonly panels: ResultPanels;
  readonly traces: TraceDocuments;
  readonly stack: StackView;
  readonly status: SandboxStatus;
  readonly log: vscode.LogOutputChannel;
  /** The version of the extension. */
  readonly version: string;
  /** The folder that the extension is installed in. */
  readonly extension: vscode.Uri;
}

const SendArguments = v.object({
  runId: v.string(),
  stream: v.string(),
  event: v.optional(v.unknown()),
});
const PlaceArguments = v.object({
  rootUri: v.string(),
  file: v.string(),
  line: v.number(),
  column: v.number(),
});

type Command = (...args: unknown[]) => unknown;

/** Registers every command of the manifest. */
export function registerCommands(powers: CommandPowers): vscode.Disposable {
  const registrations = Object.entries(commandTable(powers)).map(([name, command]) =>
    vscode.commands.registerCommand(name, told(command, powers.log)),
  );
  return vscode.Disposable.from(...registrations);
}

/** Every command and what it does; arguments come from lenses, menus and tests. */
function commandTable(powers: CommandPowers): Readonly<Record<string, Command>> {
  const { server, store, panels, traces, stack, status, log, version } = powers;
  const lastInputs = new Map<string, string>();

  const run = async (target?: unknown, exportName?: unknown, input?: unknown): Promise<RunView> => {
    const uri = targetOf(target, panels);
    if (!vscode.workspace.isTrusted) throw refusal(workspaceNotTrusted({}));
    const work = server.ask(requests.run, {
      uri: uri.toString(),
      ...(typeof exportName === 'string' && { exportName }),
      ...(input !== undefined && { input }),
    });
    panels.show(uri, work);
    return work;
  };

  const runWithInput = async (target?: unknown, exportName?: unknown) => {
    const uri = targetOf(target, panels);
    const text = await vscode.window.showInputBox({
      title: words.lensRunWithInput,
      prompt: words.inputPrompt,
      placeHolder: words.inputPlaceholder,
      value: lastInputs.get(uri.toString()) ?? '',
      ignoreFocusOut: true,
      validateInput: (value) => inputProblem(value)?.text,
    });
    if (text === undefined) return undefined;
    lastInputs.set(uri.toString(), text);
    return run(uri, exportName, text.trim() === '' ? undefined : (JSON.parse(text) as unknown));
  };

  const trace = async (target?: unknown): Promise<RunView> => {
    const uri = targetOf(target, panels, store);
    const { view } = await server.ask(requests.trace, { uri: uri.toString() });
    if (!view) throw refusal(nothingHasRun({}));
    return view;
  };

  return {
    'patternbox.run': run,
    'patternbox.debug': async (target?: unknown, exportName?: unknown) =>
      powers.debugging.debugPattern(
        targetOf(target, panels),
        typeof exportName === 'string' ? exportName : undefined,
      ),
    'patternbox.runWithInput': runWithInput,
    'patternbox.stop': async () => server.ask(requests.stop, {}),
    'patternbox.restartSandbox': async () => {
      status.show((await server.ask(requests.restartSandbox, {})).layers);
    },
    'patternbox.toggleDebugMode': async () => {
      const settings = vscode.workspace.getConfiguration('patternbox.debug');
      const next = settings.get('enabled') !== true;
      await settings.update('enabled', next, vscode.ConfigurationTarget.Global);
    },
    'patternbox.showFullTrace': async (target?: unknown) => traces.show(await trace(target)),
    'patternbox.copyTrace': async (target?: unknown) =>
      vscode.env.clipboard.writeText(traceTextOf(await trace(target))),
    'patternbox.copyReport': async (target?: unknown) =>
      vscode.env.clipboard.writeText(traceReport((await trace(target)).result, version)),
    'patternbox.showCompiled': async (target?: unknown) => {
      const place = isStackNode(target) ? placeOfNode(target) : target;
      const found = compiledTarget(place, stack.shown()?.rootUri);
      if (!found) throw refusal(noPatternOpen({}));
      await showCompiled(server, found.uri, found.position);
    },
    'patternbox.exportTrace': async (target?: unknown, file?: unknown) => {
      const uri = targetOf(target, panels, store);
      return exportTrace(server, uri, file instanceof vscode.Uri ? file : undefined);
    },
    'patternbox.setUpTypes': async (folder?: unknown) => setUpTypes(powers.extension, folder),
    'patternbox.showLog': () => {
      log.show(true);
    },
    'patternbox.sendEvent': async (request: unknown) => {
      const { runId, stream, event } = v.parse(SendArguments, request);
      return server.ask(requests.send, { runId, stream, ...(event !== undefined && { event }) });
    },
    'patternbox.openPlace': async (request: unknown) => {
      const { rootUri, ...place } = v.parse(PlaceArguments, request);
      await openPlace(rootUri, place);
    },
  };
}

/** Menus of the stack view pass its own nodes. */
function isStackNode(target: unknown): target is StackNode {
  return v.is(v.looseObject({ type: v.picklist(['frame', 'note']) }), target);
}

/** The pattern that is meant: the argument, the active editor, the active panel, the last run. */
function targetOf(target: unknown, panels: ResultPanels, store?: RunStore): vscode.Uri {
  if (target instanceof vscode.Uri) return target;
  if (typeof target === 'string') return vscode.Uri.parse(target);
  const document = vscode.window.activeTextEditor?.document;
  if (document && isPattern(document)) return document.uri;
  const latest = store?.latest()?.uri;
  const found = panels.active() ?? (latest === undefined ? undefined : vscode.Uri.parse(latest));
  if (!found) throw refusal(noPatternOpen({}));
  return found;
}

/** A command that failed says so in one sentence: the user asked for it and waits for an answer. */
function told(command: Command, log: vscode.LogOutputChannel): Command {
  return async (...args) => {
    try {
      return await command(...args);
    } catch (error) {
      const text = textOfError(error);
      log.error(text);
      const untrusted = codeOf(error) === workspaceNotTrusted({}).code;
      const action = untrusted ? words.manageTrust : words.statusShowLog;
      void notify(text, action).then((chosen) => {
        if (chosen === undefined) return;
        const next = untrusted ? 'workbench.trust.manage' : 'patternbox.showLog';
        void vscode.commands.executeCommand(next);
      });
      return undefined;
    }
  };
}
