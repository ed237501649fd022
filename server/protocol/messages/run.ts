/** PB15xx: what can happen to a run as a whole. */
import { defineMessage } from './message.ts';

export const runCancelled = defineMessage({
  code: 'PB1501',
  title: 'The run was stopped',
  text: () => 'The run was stopped before it finished.',
});

export const sandboxCrashed = defineMessage<{ detail: string }>({
  code: 'PB1502',
  title: 'The sandbox process ended unexpectedly',
  text: ({ detail }) => `The sandbox process ended unexpectedly (${detail}).`,
  help: () =>
    'Run it again: every run gets a fresh process. If it happens again, please report it with the pattern.',
});

export const internalFault = defineMessage<{ detail: string }>({
  code: 'PB1503',
  title: 'A fault of Patternbox itself',
  text: ({ detail }) => `Patternbox itself failed: ${detail}`,
  help: () => 'This is a bug of Patternbox, not of the pattern. Please report it with this text.',
});

export const exportMissing = defineMessage<{
  file: string;
  name: string;
  available: readonly string[];
}>({
  code: 'PB1504',
  title: 'No such export',
  text: ({ file, name, available }) =>
    available.length === 0
      ? `${file} exports nothing, so there is no "${name}" to run.`
      : `${file} has no export named "${name}". It exports ${list(available)}.`,
  help: () => 'Name one of its exports with --export, or export the pattern as the default.',
});

export const exportAmbiguous = defineMessage<{ file: string; available: readonly string[] }>({
  code: 'PB1505',
  title: 'Several patterns, none of them the default',
  text: ({ file, available }) =>
    `${file} has no default export and several patterns: ${list(available)}.`,
  help: () => 'Choose one with --export NAME, or make one of them the default export.',
});

export const streamMissing = defineMessage<{ stream: string; available: readonly string[] }>({
  code: 'PB1506',
  title: 'No such stream',
  text: ({ stream, available }) =>
    available.length === 0
      ? `The result has no stream at "${stream}"; it has no streams at all.`
      : `The result has no stream at "${stream}". It has ${list(available)}.`,
});

export const runOver = defineMessage({
  code: 'PB1507',
  title: 'The run has ended',
  text: () => 'This run has ended, so it takes no more events.',
  help: () => 'Run the pattern again.',
});

/** Joins quoted names the way a sentence does. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
