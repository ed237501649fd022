/** PB14xx: what a pattern may not do, and the layers that see to it. */
import type { RefusalReason } from '../permissions.ts';
import { defineMessage } from './message.ts';

/** How to allow something, for the scopes that have rules. */
const howTo = {
  network: (target: string) =>
    `If you trust the pattern with it, pass --allow-net ${target} or add "${target}" to the setting patternbox.permissions.net.`,
  read: (target: string) =>
    `If you trust the pattern with it, pass --allow-read with the folder that holds ${target}, or add that folder to the setting patternbox.permissions.read.`,
  environment: (target: string) =>
    `If you trust the pattern with it, pass --allow-env ${target} or add "${target}" to the setting patternbox.permissions.env.`,
} as const;

const why: Readonly<Record<RefusalReason, string>> = {
  rule: 'no rule names it',
  local:
    'it leads to this machine or to its own network, which a rule has to name as an address with its port',
  redirect: 'a redirect leads there and no rule names it',
  address: 'only http and https addresses without a user name can be granted',
  outside: 'the name leads out of the granted folders',
};

const isRuled = (scope: string): scope is keyof typeof howTo => Object.hasOwn(howTo, scope);

export const networkRefused = defineMessage<{ target: string; reason?: RefusalReason }>({
  code: 'PB1401',
  title: 'The network is not available to patterns',
  text: ({ target, reason }) =>
    `The pattern asked for network access to "${target}", which is not granted${because(reason)}.`,
  help: ({ target }) =>
    `Patterns have no network access of their own. ${howTo.network(target)} Or give the data as input, or in a fixtures file.`,
});

export const importRefused = defineMessage<{ target: string }>({
  code: 'PB1402',
  title: 'This module is not available to patterns',
  text: ({ target }) => `The pattern asked for the module "${target}", which is not granted.`,
  help: () => 'A pattern can import its own project files and the authoring API.',
});

export const permissionRefused = defineMessage<{
  scope: string;
  target: string;
  reason?: RefusalReason;
}>({
  code: 'PB1403',
  title: 'Not granted',
  text: ({ scope, target, reason }) =>
    `The pattern asked for ${scope} access to "${target}", which is not granted${because(reason)}.`,
  help: ({ scope, target }) =>
    isRuled(scope)
      ? howTo[scope](target)
      : 'Nothing can grant this; the pattern has to do without.',
});

export const requestFailed = defineMessage<{ target: string; reason: string }>({
  code: 'PB1406',
  title: 'A granted request failed',
  text: ({ target, reason }) => `The request to "${target}" failed: ${reason}.`,
  help: () => 'The network was granted; look at the address and at the server that answers it.',
});

export const dataFileUnreadable = defineMessage<{ name: string; reason: string }>({
  code: 'PB1407',
  title: 'A data file cannot be read',
  text: ({ name, reason }) => `The data file "${name}" cannot be read: ${reason}.`,
  help: () =>
    'The name is looked up beside the pattern and in the folders that --allow-read names.',
});

export const ruleInvalid = defineMessage<{ option: string; value: string; reason: string }>({
  code: 'PB1408',
  title: 'A permission rule is not valid',
  text: ({ option, value, reason }) => `"${value}" is no rule for ${option}: ${reason}.`,
  help: () => 'docs/permissions.md tells what a rule may say.',
});

/** Why a setting's rule is refused, before its scope is looked at. */
export const ruleProblems = Object.freeze({
  notText: 'it must be a text',
  tooMany: (limit: number) => `there are more than ${limit} of them`,
});

export const requestsExhausted = defineMessage<{ limit: number }>({
  code: 'PB1409',
  title: 'Too many requests to the host',
  text: ({ limit }) => `The pattern asked the host more than ${limit} times in one run.`,
  help: () => 'Look for a request that is made again and again; ask once and keep the answer.',
});

export const fetchOutsideHandler = defineMessage({
  code: 'PB1421',
  title: 'Fetch outside a handler',
  text: () => '`fetch` works in handlers only: a computation may run at any time, and again.',
  help: () => 'Ask with `fetchJson` or `fetchText`, or call `fetch` in a `handler` or an `action`.',
});

export const proxyInResult = defineMessage<{ path: string }>({
  code: 'PB1404',
  title: 'A Proxy in the result',
  text: ({ path }) =>
    `The result holds a Proxy at "${path}"; reading it would run code of the pattern, so it is not shown.`,
  help: () => 'Return plain data.',
});

export const noSuchStream = defineMessage<{ stream: string }>({
  code: 'PB1405',
  title: 'No such stream',
  text: ({ stream }) => `The result has no stream at "${stream}".`,
});

/** One protective layer: what it stops, or why it is off. */
const layer = (code: string, title: string, stops: string, off: string) =>
  defineMessage<{ active: boolean }>({
    code,
    title,
    text: ({ active }) => (active ? stops : off),
  });

export const layers = {
  process: layer(
    'PB1410',
    'Own process',
    'Every run has a process of its own: a crash, a hang or a full memory ends that process only.',
    'No sandbox process could be started, so nothing can run.',
  ),
  lockdown: layer(
    'PB1411',
    'Hardened JavaScript',
    'The language is locked down and the pattern runs in a Compartment: it cannot change built-in objects or reach the host.',
    'The language could not be locked down, so nothing can run.',
  ),
  realm: layer(
    'PB1412',
    'Stripped host realm',
    'Even code that left the Compartment finds no process, require, fetch, timers or other host objects.',
    'Host objects are left in the sandbox process, so nothing can run.',
  ),
  imports: layer(
    'PB1413',
    'No host imports',
    'Even code that left the Compartment cannot import a module of the host.',
    'Host modules can be imported in the sandbox process, so nothing can run.',
  ),
  environment: layer(
    'PB1414',
    'Empty environment',
    'The sandbox process has no environment variables of yours.',
    'The sandbox process inherited environment variables, so nothing can run.',
  ),
  permissions: layer(
    'PB1415',
    'Permission model of Node.js',
    'The runtime refuses files, processes, threads and native addons to the whole sandbox process.',
    'This runtime does not enforce the permission model; the other layers are on.',
  ),
  network: layer(
    'PB1416',
    'No network for the process',
    'The system or the runtime gives the sandbox process no network at all.',
    'This machine offers no namespace without a network, and this version of Node.js cannot refuse sockets; the stripped host realm is what keeps the network away.',
  ),
  timer: layer(
    'PB1417',
    'Time limit',
    'Endless loops, regular expressions and promise loops end at the time limit, with their line.',
    'The timer inside the process does not work; a run that hangs is killed without its line.',
  ),
  memory: layer(
    'PB1418',
    'Memory watchdog',
    'The resident memory and the CPU time of the process are watched, and it is killed at the limit.',
    'Memory and CPU time of other processes cannot be read on this machine; only the heap limit of the engine holds.',
  ),
  resources: layer(
    'PB1419',
    'Operating system limits',
    'The system limits the memory of the process and forbids core dumps (prlimit).',
    'The system tool prlimit is not here or does not work; the watchdogs of the server hold alone.',
  ),
  signals: layer(
    'PB1420',
    'Debugger signal',
    'No process can open a debugger in this server by sending it a signal.',
    'Another process of yours can open a debugger in this server with a signal.',
  ),
} as const;

export type LayerName = keyof typeof layers;

function because(reason: RefusalReason | undefined): string {
  return reason === undefined ? '' : `: ${why[reason]}`;
}
