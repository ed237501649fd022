/** Runs many sites through the real engine and compares each report with the site's marker. */
import { memoryFileSource } from '../../memory-files.ts';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { createEngine } from '../../../server/engine/index.ts';
import type { Engine } from '../../../server/engine/index.ts';
import type { RunError, RunResult } from '../../../server/protocol/index.ts';
import { MARKER } from './construct.ts';
import type { Site } from './conditions.ts';

const distDir = fileURLToPath(new URL('../../../dist', import.meta.url));
const root = path.resolve('/maps');

/** What one site gave: `exact`, or what is wrong. */
export type Verdicts = ReadonlyMap<string, string>;

/** An engine over files that exist only here. */
export function memoryEngine(): {
  readonly engine: Engine;
  readonly put: (files: Readonly<Record<string, string>>) => void;
} {
  const texts = new Map<string, string>();
  const files = memoryFileSource((name) => texts.get(name));
  return {
    engine: createEngine({ files, distDir, spares: 1 }),
    put: (given) => {
      for (const [name, text] of Object.entries(given)) texts.set(path.join(root, name), text);
    },
  };
}

/** Runs sites side by side in one program, each in a computation of its own. */
export async function runTogether(
  { engine, put }: ReturnType<typeof memoryEngine>,
  sites: readonly { readonly site: Site; readonly event: boolean }[],
  batch: string,
): Promise<Verdicts> {
  const program = sites.flatMap(({ site }, at) => [
    `import S${at} from "./${site.entry}";`,
    `const use${at} = lift(() => S${at}({}));`,
  ]);
  const uses = sites.map((_, at) => `s${at}: use${at}({})`).join(', ');
  const entry = [
    'import { lift, pattern } from "commonfabric";',
    ...program,
    `export default pattern(() => ({ ${uses} }));`,
  ].join('\n');
  for (const { site } of sites) put(cleaned(site.files));
  put({ [`${batch}.tsx`]: entry });
  const run = await engine.open({ file: path.join(root, `${batch}.tsx`), root });
  try {
    const { error } = run.result;
    if (!run.alive) throw new Error(error === null ? 'the run is over' : placeOf(error));
    for (const stream of streamsIn(run.result.result)) {
      const at = /^s(\d+)\./.exec(stream)?.[1];
      if (at !== undefined && sites[Number(at)]?.event) await run.send({ stream });
    }
    return verdicts(
      run.result,
      sites.map(({ site }) => site),
    );
  } finally {
    run.close();
  }
}

/** Runs a site that ends the loading of its program. */
export async function runAlone(
  { engine, put }: ReturnType<typeof memoryEngine>,
  site: Site,
): Promise<Verdicts> {
  put(cleaned(site.files));
  const result = await engine.run({ file: path.join(root, site.entry), root });
  return verdicts(result, [site]);
}

function streamsIn(value: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(value ?? null, (_key, each: { $type?: unknown; path?: unknown } | null) => {
    if (each?.$type === 'stream' && typeof each.path === 'string') found.push(each.path);
    return each;
  });
  return [...new Set(found)];
}

function cleaned(files: Site['files']): Site['files'] {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replace(MARKER, '')]),
  );
}

function verdicts(result: RunResult, sites: readonly Site[]): Verdicts {
  const errors = [result.error, ...result.errors].filter((error) => error !== null);
  return new Map(sites.map((site) => [site.name, verdict(result, errors, site)]));
}

function verdict(result: RunResult, errors: readonly RunError[], site: Site): string {
  const folder = path.posix.dirname(site.entry) + '/';
  const mine = errors.filter(({ location }) => location?.file.startsWith(folder));
  if (mine.length === 0) {
    const refused = result.diagnostics.find(({ file }) => file.startsWith(folder));
    const other = errors.find(({ location }) => location === null);
    return `nothing reported: ${refused?.message ?? other?.message ?? result.outcome}`;
  }
  const expected = markerOf(site);
  const wrong = mine.map(placeOf).find((place) => place !== expected);
  return wrong === undefined ? 'exact' : `${wrong} instead of ${expected}`;
}

function placeOf({ location, message }: RunError): string {
  if (location === null) return message;
  return `${location.file}:${location.line}:${location.column}`;
}

/** Where the marker stands, counted by hand. */
function markerOf({ files }: Site): string {
  for (const [file, text] of Object.entries(files)) {
    const offset = text.indexOf(MARKER);
    if (offset < 0) continue;
    const before = text.slice(0, offset).split(/\r\n|\n/);
    return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  }
  throw new Error('a site without a marker');
}
