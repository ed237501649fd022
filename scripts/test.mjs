#!/usr/bin/env node
// Runs every suite and ends with one line of counts:
//   npm test [-- SUITE…]       unit, process, editor, ui; all of them if none is named
import { prepare } from './prepare.mjs';
import { Advice, main, tell } from './lib/project.mjs';
import { lineOf, total } from './lib/summary.mjs';

// The suites use what `prepare` installs, so they are loaded when they are run.
const suites = {
  unit: async () => (await import('./suites/vitest.mjs')).runVitest('unit'),
  process: async () => (await import('./suites/vitest.mjs')).runVitest('process'),
  editor: async () => (await import('./suites/editor.mjs')).runEditorSuite(),
  ui: async () => (await import('./suites/ui.mjs')).runUiSuite(),
};

function chosen(given) {
  const unknown = given.find((name) => !(name in suites));
  if (unknown !== undefined) {
    const names = Object.keys(suites).join(', ');
    throw new Advice(`There is no suite "${unknown}"; the suites are ${names}.`);
  }
  return given.length > 0 ? given : Object.keys(suites);
}

await main(async () => {
  const names = chosen(process.argv.slice(2));
  await prepare();
  const summaries = [];
  for (const name of names) {
    tell(`== ${name}`);
    summaries.push(await suites[name]());
  }
  const all = total(summaries);
  console.log();
  for (const { name, reason } of all.skipped) console.log(`skipped: ${name}: ${reason}`);
  console.log(lineOf(all));
  return all.failed === 0 ? 0 : 1;
});
