/** PB1721 to PB1729: setting up the declarations of the authoring API. */
import { defineMessage } from './message.ts';

export const noFolderOpen = defineMessage({
  code: 'PB1721',
  title: 'No folder is open',
  text: () => 'Types are set up in a folder, and none is open.',
  help: () => 'Open the folder of your patterns with “File: Open Folder…”.',
});

export const tsconfigUnreadable = defineMessage({
  code: 'PB1722',
  title: 'tsconfig.json cannot be read',
  text: () => 'tsconfig.json has a syntax error, so it was left as it is.',
  help: () => 'Correct it, then run “Patternbox: Set Up Types” again.',
});

export const tsconfigExtends = defineMessage({
  code: 'PB1723',
  title: 'tsconfig.json extends another file',
  text: () =>
    'tsconfig.json takes its settings from another file, whose “paths” would be lost, so it was left as it is.',
  help: () =>
    'Copy the “paths” of that file into compilerOptions of this one, then run “Patternbox: Set Up Types” again.',
});
