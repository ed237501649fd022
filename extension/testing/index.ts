/** The Test Explorer: pattern tests and recorded scenarios, in a trusted workspace only. */
import * as vscode from 'vscode';
import { words } from '../../server/protocol/index.ts';
import type { Debugging } from '../debugging/index.ts';
import type { Disposable } from '../disposable.ts';
import type { ServerLink } from '../server-link.ts';
import { createRunHandlers } from './run.ts';
import { createTestTree } from './tree.ts';

/** The parts that the editor knows. */
export interface RegisteredExplorer {
  readonly controller: vscode.TestController;
  readonly profile: vscode.TestRunProfile;
  readonly debugProfile: vscode.TestRunProfile;
}

export interface TestExplorer extends Disposable {
  /** Undefined without workspace trust. For the product's own tests. */
  readonly registered: () => RegisteredExplorer | undefined;
}

/** Registers the explorer, or waits for trust to be granted. */
export function registerTestExplorer(
  server: ServerLink,
  log: vscode.LogOutputChannel,
  debugging: Debugging,
): TestExplorer {
  let registered: RegisteredExplorer | undefined;
  const subscriptions: Disposable[] = [];

  const register = (): void => {
    const controller = vscode.tests.createTestController('patternbox.tests', words.productName);
    const tree = createTestTree(controller, server, log);
    const powers = { controller, tree, server, debugging };
    const { run, debug } = createRunHandlers(powers);
    controller.resolveHandler = (item) => (item ? tree.load(item) : tree.scan());
    controller.refreshHandler = tree.scan;
    const { Run, Debug } = vscode.TestRunProfileKind;
    const profile = controller.createRunProfile(words.testProfile, Run, run, true);
    const debugProfile = controller.createRunProfile(words.testDebugProfile, Debug, debug, true);
    registered = { controller, profile, debugProfile };
    subscriptions.push(tree, controller);
  };
  if (vscode.workspace.isTrusted) register();
  else subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(register));

  return Object.freeze<TestExplorer>({
    registered: () => registered,
    dispose: () => {
      for (const each of subscriptions) each.dispose();
    },
  });
}
