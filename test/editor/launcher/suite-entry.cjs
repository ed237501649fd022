// Stands in for the real suite inside the extension host. It sends what the suite prints to a file
// that the launcher follows, and leaves a proof of completion there: a workbench whose extension
// host was killed reports success, so silence must not pass.
'use strict';
const { appendFileSync, writeFileSync } = require('node:fs');
const { format } = require('node:util');

const { PATTERNBOX_SUITE, PATTERNBOX_SUITE_OUTPUT, PATTERNBOX_SUITE_PROOF } = process.env;

const print =
  (stream) =>
  (...values) =>
    appendFileSync(PATTERNBOX_SUITE_OUTPUT, JSON.stringify([stream, format(...values)]) + '\n');

/** The host's console ignores assignments to its methods, so the whole object is replaced. */
function redirectConsole() {
  const streams = { log: 1, info: 1, debug: 1, warn: 2, error: 2, trace: 2 };
  const own = Object.create(console);
  for (const [name, stream] of Object.entries(streams)) {
    Object.defineProperty(own, name, { value: print(stream), writable: true, configurable: true });
  }
  globalThis.console = own;
}

exports.run = async () => {
  redirectConsole();
  try {
    await require(PATTERNBOX_SUITE).run();
    writeFileSync(PATTERNBOX_SUITE_PROOF, JSON.stringify({ passed: true }));
  } catch (error) {
    writeFileSync(PATTERNBOX_SUITE_PROOF, JSON.stringify({ passed: false }));
    throw error;
  }
};
