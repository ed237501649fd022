/**
 * Counts which branches a fuzz test has reached, when `scripts/fuzz.mjs` asks for it. Import it first:
 * only what is loaded afterwards is counted.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';
import path from 'node:path';
import { afterAll } from 'vitest';

const folder = process.env['PATTERNBOX_FUZZ_COVERAGE'];

/** Branches of one file: how many there are, how many were taken, and the beginnings of the others. */
export interface Branches {
  readonly file: string;
  readonly all: number;
  readonly taken: number;
  readonly missed: readonly string[];
}

const BEGINNING = 70;
/** What the test runner puts around the exports of a module. */
const RUNNERS_OWN = /^(?:\(\) => \{ try \{ return [\w$.]+ \} catch \{\} \}|catch \{\})/u;

function count(session: Session, script: Profiler.ScriptCoverage): Branches {
  let text = '';
  session.post('Debugger.getScriptSource', { scriptId: script.scriptId }, (_error, found) => {
    text = found.scriptSource;
  });
  const beginning = ({ startOffset, endOffset }: Profiler.CoverageRange): string =>
    text.slice(startOffset, Math.min(endOffset, startOffset + BEGINNING)).replace(/\s+/gu, ' ');
  const ranges = script.functions
    .flatMap((each) => each.ranges)
    .filter((range) => !RUNNERS_OWN.test(beginning(range)));
  const missed = ranges.filter((range) => range.count === 0);
  return {
    file: script.url.replace(/^.*\/(?=(?:server|extension)\/)/u, ''),
    all: ranges.length,
    taken: ranges.length - missed.length,
    missed: missed.map(beginning),
  };
}

if (folder !== undefined) {
  const session = new Session();
  session.connect();
  session.post('Debugger.enable');
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  afterAll(() => {
    session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      const own = result.filter(({ url }) => /\/(?:server|extension)\/[^?]*\.ts$/u.test(url));
      const all = own.map((script) => count(session, script));
      writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(all));
    });
    session.disconnect();
  });
}
