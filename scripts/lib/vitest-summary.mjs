// A reporter for vitest: counts the tests, and the files that could not be loaded, into the file
// that the environment names.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { summaryVariable } from './summary.mjs';

function count(summary, test) {
  const { state, note } = test.result();
  if (state === 'passed') summary.passed += 1;
  else if (state === 'failed') summary.failed += 1;
  else summary.skipped.push({ name: test.fullName, reason: note ?? 'skipped in its source' });
}

export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const summary = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      for (const test of module.children.allTests()) count(summary, test);
      const suites = [module, ...module.children.allSuites()];
      summary.failed += suites.filter((suite) => suite.errors().length > 0).length;
    }
    const file = process.env[summaryVariable];
    if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
  }
}
