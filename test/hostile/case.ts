/**
 * One hostile pattern and what must come of it. Both stand in the pattern's own source:
 *
 *     // What the pattern tries.
 *     // @result {"found": "nothing"}        part of the result that must be there
 *     // @limits {"timeoutMs": 300}          limits of the run
 *     // @send ["go"]                        streams that get an event, in order
 *     // @files ["_lib.ts"]                  siblings that may hold marks too
 *     // @elsewhere ["ResourceLimitError PB1305"]   errors of the run as a whole, without a line
 *     // @console "^reached: .*"             a line that must have been printed
 *     // @export "Other"                     the export to run
 *     // @allow {"net": ["127.0.0.1:OPEN"]}      rules of the user; OPEN and OTHER are ports that answer
 *     // @outcome "timeout"                  how the run ends; default: by whether there are errors
 *
 *     throw null; // expect RuntimeError PB1202
 *
 * A mark names the error that must be reported at its line; `expect?` allows for several lines, or
 * none where only native code was at work when the process was killed. A case without marks must
 * succeed. `// @first-line "SyntaxError PB1016"` stands for a file too deep to find a place in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Permissions, RunLimits } from '../../server/protocol/index.ts';

/** The patterns, one folder a class. */
export const patternsDir = path.join(import.meta.dirname, 'patterns');

export interface ExpectedError {
  /** Name of the file beside the pattern; null for an error without a place. */
  readonly file: string | null;
  readonly line: number | null;
  readonly type: string;
  readonly code: string;
  /** One error at one of these places, or at none. */
  readonly loose: boolean;
}

export interface HostileCase {
  /** `class/name`, which is also its path below the patterns without the ending. */
  readonly name: string;
  readonly class: string;
  /** Path below the patterns. */
  readonly file: string;
  readonly result: unknown;
  readonly limits: Partial<RunLimits>;
  /** Rules of the user, with the names of ports in them. */
  readonly allow: Partial<Permissions>;
  readonly send: readonly string[];
  readonly errors: readonly ExpectedError[];
  readonly console: RegExp | null;
  readonly exportName: string | undefined;
  readonly outcome: string | null;
}

const OPENED = 'opened';

/** Only these may say nothing about the boundary: they are refused before they run. */
const STATIC = new Set(['SyntaxError', 'VerificationError']);

function tagOf(text: string, name: string): unknown {
  const found = new RegExp(`^// @${name} (.*)$`, 'mu').exec(text);
  return found?.[1] === undefined ? undefined : JSON.parse(found[1]);
}

function marksOf(file: string, text: string): ExpectedError[] {
  return text.split('\n').flatMap((line, index) => {
    const mark = /expect(\??) (\w+) (PB\d{4})/u.exec(line);
    if (!mark || line.startsWith('//')) return [];
    const [, loose, type = '', code = ''] = mark;
    return [{ file, line: index + 1, type, code, loose: loose === '?' }];
  });
}

function elsewhere(described: string): ExpectedError {
  const [type = '', code = ''] = described.split(' ');
  return { file: null, line: null, type, code, loose: false };
}

function readCase(folder: string, file: string): HostileCase {
  const text = readFileSync(path.join(patternsDir, folder, file), 'utf8');
  const read = (name: string) => readFileSync(path.join(patternsDir, folder, name), 'utf8');
  const files = (tagOf(text, 'files') ?? []) as string[];
  const firstLine = tagOf(text, 'first-line') as string | undefined;
  const errors = [
    ...marksOf(file, text),
    ...files.flatMap((name) => marksOf(name, read(name))),
    ...((tagOf(text, 'elsewhere') ?? []) as string[]).map(elsewhere),
    ...(firstLine === undefined ? [] : [{ ...elsewhere(firstLine), file, line: 1 }]),
  ];
  const line = tagOf(text, 'console') as string | undefined;
  const proves = /escape|poison|permission|granted/u.test(folder);
  const refused = errors.some(({ type }) => STATIC.has(type));
  return Object.freeze<HostileCase>({
    name: `${folder}/${file.replace(/\.\w+$/u, '')}`,
    class: folder,
    file: `${folder}/${file}`,
    result: tagOf(text, 'result'),
    limits: tagOf(text, 'limits') ?? {},
    allow: tagOf(text, 'allow') ?? {},
    send: (tagOf(text, 'send') ?? []) as string[],
    errors,
    console: line ? new RegExp(line, 'u') : proves && !refused ? /^reached: / : null,
    exportName: tagOf(text, 'export') as string | undefined,
    outcome: (tagOf(text, 'outcome') as string | undefined) ?? null,
  });
}

/** Every case, by class and name. Files that begin with an underscore belong to another one. */
export function readCases(): readonly HostileCase[] {
  const folders = readdirSync(patternsDir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== OPENED,
  );
  return folders.flatMap(({ name }) => casesIn(name));
}

/** Cases that run in a sandbox whose outer layers a test has opened by hand. */
export function readOpenedCases(): readonly HostileCase[] {
  return casesIn(OPENED);
}

function casesIn(folder: string): HostileCase[] {
  return readdirSync(path.join(patternsDir, folder))
    .filter((file) => /^[^_].*\.tsx?$/u.test(file))
    .sort()
    .map((file) => readCase(folder, file));
}

/**
 * Every third case, another third for each `offset`; all of them with `PATTERNBOX_HOSTILE=all`, which
 * `npm test` leaves out for its time.
 */
export function thirdOf(cases: readonly HostileCase[], offset: number): readonly HostileCase[] {
  if (process.env['PATTERNBOX_HOSTILE'] === 'all') return cases;
  return cases.filter((_, index) => index % 3 === offset);
}
