/** PB143x: breakpoints, and what a debugged run does without. */
import { defineMessage } from './message.ts';
import { layers } from './permissions.ts';
import type { LayerName } from './permissions.ts';

const titles = (off: readonly LayerName[]): string =>
  off.map((name) => `"${layers[name].definition.title}"`).join(' and ');

const isOff = (off: readonly LayerName[]): string =>
  off.length === 1
    ? `the layer ${titles(off)} of the sandbox is off`
    : `the layers ${titles(off)} of the sandbox are off`;

export const debugNeedsLayersOff = defineMessage<{ off: readonly LayerName[] }>({
  code: 'PB1431',
  title: 'Debugging would switch a layer off',
  text: ({ off }) =>
    `Breakpoints work here only while ${isOff(off)}, and your settings require every layer.`,
  help: () =>
    'Run the pattern without the debugger, or set "patternbox.debug.requireAllLayers" to false for code that you trust.',
});

export const debugSession = defineMessage<{ off: readonly LayerName[] }>({
  code: 'PB1432',
  title: 'A pattern is being debugged',
  text: ({ off }) =>
    off.length === 0
      ? 'All layers of the sandbox are on. The limits of time are suspended while the debugger is attached.'
      : `While this pattern is debugged, ${isOff(off)}; all others are on. The limits of time are suspended.`,
});

export const debuggerStatement = defineMessage({
  code: 'PB1433',
  title: 'A debugger statement',
  text: () => '`debugger` stops the pattern only while it is debugged; a normal run ignores it.',
  help: () => 'Start it with "Debug Pattern", or delete the statement.',
});

export const debuggerNotAttached = defineMessage<{ reason: string }>({
  code: 'PB1434',
  title: 'The debugger did not attach',
  text: ({ reason }) => `The debugger could not attach to the pattern: ${reason}.`,
  help: () =>
    'The built-in extension "JavaScript Debugger" must be enabled; the log of Patternbox tells more.',
});

export const invalidDebugConfiguration = defineMessage<{ problem: string }>({
  code: 'PB1436',
  title: 'A launch configuration is wrong',
  text: ({ problem }) => `This launch configuration cannot be used: ${problem}.`,
  help: () => 'docs/debugging.md lists the attributes of a launch configuration.',
});

export const debuggingKeepsLayers = defineMessage<{ off: readonly LayerName[] }>({
  code: 'PB1435',
  title: 'The sandbox while debugging',
  text: ({ off }) =>
    off.length === 0
      ? 'Breakpoints keep every layer; the limits of time are suspended.'
      : `With breakpoints ${isOff(off)}; the limits of time are suspended.`,
});
