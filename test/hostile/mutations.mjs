// Each protective layer and each limit, as the edit of the source that removes it. A mutation is
// tried with the layers above it opened by the same kind of edit. An edit that no longer fits the
// source is an error, so that nothing here can rot unseen.

import * as grants from './removals-grants.mjs';

/** @typedef {{ file: string, find: string, put: string }} Edit */

const edit = (file, find, put) => ({ file, find, put });

/** @type {Record<string, Edit[]>} */
export const removals = {
  compiler: [
    edit(
      'server/compile/local/refuse.ts',
      'if (message) found.push(diagnosticFor(file, node, message));',
      'void message;',
    ),
  ],
  'links of imports': [
    edit(
      'server/compile/link/resolve-import.ts',
      "return isInside(found) ? { kind: 'module', path: found } : leaves();",
      "return { kind: 'module', path: found };",
    ),
  ],
  verifier: [
    edit(
      'server/engine/prepare.ts',
      '...(await verifyGraph(compiled.graph))',
      '...(void verifyGraph, [])',
    ),
  ],
  compartment: [
    edit(
      'server/guest/realm.ts',
      'export type CreateRuntime',
      'const feral = globalThis.eval;\nexport type CreateRuntime',
    ),
    edit(
      'server/guest/realm.ts',
      'const globals = makeEndowments(patternConsole.console, runtime.globals);',
      'const globals = { ...makeEndowments(patternConsole.console, runtime.globals), feral };',
    ),
  ],
  lockdown: [
    edit(
      'server/guest/lockdown.ts',
      'lockdown(options);',
      '(void options, (globalThis as any).harden = (x: unknown) => x);',
    ),
    edit(
      'server/guest/proofs.ts',
      'lockdown: lockdownHolds()',
      'lockdown: (void lockdownHolds, true)',
    ),
  ],
  realm: [
    edit(
      'server/guest/strip-realm.ts',
      'for (const key of foreignNames()) Reflect.deleteProperty(globalThis, key);',
      '',
    ),
    edit(
      'server/guest/strip-process.ts',
      'for (const name of DANGEROUS) Reflect.deleteProperty(process, name);',
      'void DANGEROUS;',
    ),
    edit(
      'server/guest/strip-process.ts',
      "Reflect.defineProperty(process, 'env', { value: Object.freeze({}), configurable: true });",
      'void process;',
    ),
    edit(
      'server/guest/proofs.ts',
      'realm: realmIsStripped()',
      'realm: (void realmIsStripped, true)',
    ),
  ],
  imports: [
    edit(
      'server/guest/bootstrap.ts',
      'filename: RUNTIME_URL,',
      'filename: RUNTIME_URL, importModuleDynamically: (vm.constants as any).USE_MAIN_CONTEXT_DEFAULT_LOADER,',
    ),
    edit(
      'server/guest/proofs.ts',
      'lockdownHolds(), realm: realmIsStripped(), imports }',
      'lockdownHolds(), realm: realmIsStripped(), imports: (void imports, true) }',
    ),
  ],
  permissions: [edit('server/sandbox/launch.ts', 'flags.permission === null', 'true')],
  environment: [
    edit(
      'server/sandbox/runtime-flags.ts',
      'const { SystemRoot } = process.env;',
      'if (1 > 0) return process.env as Record<string, string>;\n  const { SystemRoot } = process.env;',
    ),
    edit(
      'server/guest/host-proofs.ts',
      'environment: environmentEmpty()',
      'environment: (void environmentEmpty, true)',
    ),
  ],
  network: [edit('server/sandbox/namespace.ts', "process.platform !== 'linux'", 'true')],
  resources: [edit('server/sandbox/launch.ts', "process.platform !== 'linux'", 'true')],
  timer: [
    edit(
      'server/guest/bootstrap.ts',
      '...(milliseconds === null ? {} : { timeout: milliseconds }),',
      '',
    ),
  ],
  reminder: [
    edit('server/sandbox/run.ts', 'remind: () => sandbox.interrupt()', 'remind: () => undefined'),
  ],
  place: [
    edit(
      'server/sandbox/site-reader.ts',
      "if (process.platform !== 'linux') return null;",
      'if (process.platform) return null;',
    ),
  ],
  'wall time': [
    edit(
      'server/sandbox/run.ts',
      'giveUpAfter(LAST_WORDS_MS), turnMs) :',
      'giveUpAfter(LAST_WORDS_MS), 1e6) :',
    ),
  ],
  'CPU time': [
    edit('server/sandbox/watchdog.ts', 'usedCpuMs > limits.cpuTimeoutMs', 'usedCpuMs > Infinity'),
  ],
  memory: [
    edit('server/sandbox/watchdog.ts', 'usedMb > limits.memoryMb', 'usedMb > Infinity'),
    edit(
      'server/sandbox/watchdog.ts',
      'peakMb >= limits.memoryMb * share',
      'peakMb >= Infinity * share',
    ),
  ],
  output: [
    edit(
      'server/guest/console.ts',
      'outputBytes + bytes > limitBytes',
      'outputBytes + bytes > Infinity',
    ),
  ],
  'output at the host': [
    edit(
      'server/sandbox/run.ts',
      'consoleBytes > limits.maxOutputBytes + CONSOLE_SLACK_BYTES',
      'consoleBytes > Infinity + CONSOLE_SLACK_BYTES',
    ),
  ],
  'result size': [edit('server/sandbox/open-message.ts', '16 * 1024 * 1024', '1e12')],
  'result depth': [
    edit('server/sandbox/open-message.ts', 'RESULT_DEPTH = 200', 'RESULT_DEPTH = 1e6'),
  ],
  failures: [edit('server/guest/report.ts', 'MAX_FAILURES = 100', 'MAX_FAILURES = 1e6')],
  signals: [edit('server/sandbox/immunise.ts', 'process.on(SIGNAL, ignore);', 'void ignore;')],
  ...grants.removals,
};

/**
 * What is removed, with what above it opened, and the cases of which one must notice. `needs` names
 * the layer that this machine must report as active, or there is nothing to prove.
 */
export const mutations = [
  { remove: 'compiler', cases: ['escape/direct-eval', 'escape/dynamic-import'] },
  { remove: 'verifier', cases: ['state/module-let', 'escape/exports-object'] },
  { remove: 'links of imports', cases: ['permission/import-link'] },
  { remove: 'compartment', cases: ['clean'] },
  { remove: 'lockdown', cases: ['poisoning/array-map', 'poisoning/object-prototype'] },
  { remove: 'realm', opened: ['compartment'], cases: ['opened/realm'] },
  { remove: 'imports', opened: ['compartment'], cases: ['opened/imports'] },
  {
    remove: 'permissions',
    opened: ['compartment', 'realm'],
    cases: ['opened/permissions'],
    needs: 'permissions',
  },
  { remove: 'environment', opened: ['compartment', 'realm'], cases: ['opened/environment'] },
  {
    remove: 'network',
    opened: ['compartment', 'realm'],
    cases: ['opened/network'],
    needs: 'network',
  },
  {
    remove: 'resources',
    opened: ['compartment', 'realm', 'permissions'],
    cases: ['opened/resources'],
    needs: 'resources',
  },
  { remove: 'timer', opened: ['reminder', 'place'], cases: ['exhaustion/endless-loop'] },
  { remove: 'reminder', opened: ['timer', 'place'], cases: ['exhaustion/endless-loop'] },
  { remove: 'place', cases: ['exhaustion/native-fill'] },
  { remove: 'wall time', opened: ['timer', 'reminder'], cases: ['opened/spin'] },
  { remove: 'CPU time', cases: ['exhaustion/cpu'], needs: 'memory' },
  { remove: 'memory', cases: ['exhaustion/typed-arrays'], needs: 'memory' },
  { remove: 'output', cases: ['exhaustion/console-line'] },
  { remove: 'output at the host', opened: ['output'], cases: ['opened/flood'] },
  { remove: 'result size', cases: ['exhaustion/huge-result'] },
  { remove: 'result depth', cases: ['exhaustion/deep-result'] },
  { remove: 'failures', cases: ['exhaustion/failure-flood'] },
  { remove: 'signals', cases: ['signals'] },
  ...grants.mutations,
];
