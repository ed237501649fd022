#!/usr/bin/env node
// Runs a corpus of patterns through one `patternbox serve` and says how long that took and what is
// missing in the results: computations that wait, undefined leaves, empty views, each by its cause.
//   node scripts/corpus-statistics.mjs --corpus DIR [--meta FILE] [--cli "node dist/cli.js"]
//                                      [--examples N] [--out FILE]
//   --corpus DIR   folders of patterns, one a project
//   --meta FILE    tab-separated, first line names the columns: path, source (owner/repo:commit);
//                  only these files are run; without it every pattern file is
//   --examples N   places shown for each cause (default 3)
//   --out FILE     the numbers as JSON
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { causesOf } from './lib/missing-values.mjs';
import { main } from './lib/project.mjs';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    meta: { type: 'string' },
    cli: { type: 'string', default: 'node dist/cli.js' },
    examples: { type: 'string', default: '3' },
    out: { type: 'string' },
  },
});

const isPattern = (name) => /\.tsx?$/.test(name) && !/\.d\.tsx?$/.test(name);

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isPattern(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** The files to run, each with the root that its imports may not leave. */
function entriesOf(corpus, meta) {
  if (meta === undefined) {
    return readdirSync(corpus).flatMap((project) => {
      const root = path.join(corpus, project);
      return filesBelow(root).map((file) => ({ root, file }));
    });
  }
  const [head, ...lines] = readFileSync(meta, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const row = Object.fromEntries(line.split('\t').map((cell, at) => [names[at], cell]));
    const [, owner, repo, commit] = /^(.+)\/(.+):(\w{7})/.exec(row.source);
    const root = path.join(corpus, `${owner}-${repo}-${commit}`);
    return { root, file: path.join(root, row.path) };
  });
}

/** The text of a file and of the files beside it that it imports. */
function textWithImports(file) {
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, specifier]) =>
    path.resolve(path.dirname(file), specifier),
  );
  return [text, ...imported.filter(existsSync).map((name) => readFileSync(name, 'utf8'))].join(
    '\n',
  );
}

/** The name to run when there is no default export: the first exported pattern. */
function exportOf(text) {
  if (/^[ \t]*export\s+default\b|\bexport\s*\{[^}]*\bdefault\b/m.test(text)) return undefined;
  return /^[ \t]*export\s+const\s+([\w$]+)[^=]*=\s*(?:pattern|recipe)\b/m.exec(text)?.[1];
}

function requestFor({ root, file }, id) {
  if (/\.test\.tsx?$/.test(file)) return { id, command: 'test', files: [file], root };
  const name = exportOf(readFileSync(file, 'utf8'));
  return { id, command: 'run', file, root, ...(name === undefined ? {} : { export: name }) };
}

/** Sends all requests at once, as an editor with many windows would, and collects the answers. */
async function answersOf(requests, cli) {
  const [command, ...args] = cli.split(' ');
  const child = spawn(command, [...args, 'serve', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const answers = new Map();
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line);
    answers.set(answer.id, answer);
  }
  return answers;
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function printCauses(title, found, examples) {
  const byCause = new Map();
  for (const each of found) byCause.set(each.cause, [...(byCause.get(each.cause) ?? []), each]);
  console.log(
    `\n${title}: ${found.length} in ${new Set(found.map(({ file }) => file)).size} files`,
  );
  const rows = [...byCause].sort(([, one], [, other]) => other.length - one.length);
  for (const [cause, all] of rows) {
    console.log(`${String(all.length).padStart(6)}  ${cause}`);
    for (const { file, path: at } of all.slice(0, examples))
      console.log(`          ${at}  ${file}`);
  }
  return Object.fromEntries(rows.map(([cause, all]) => [cause, all.length]));
}

await main(async () => {
  const corpus = path.resolve(options.corpus ?? '.');
  const entries = entriesOf(corpus, options.meta);
  const requests = entries.map(requestFor);
  const start = performance.now();
  const answers = await answersOf(requests, options.cli);
  const seconds = (performance.now() - start) / 1000;
  const found = { waiting: [], undefined: [], views: [] };
  const runs = [];
  for (const [id, answer] of answers) {
    const { command, file } = { file: entries[id].file, ...requests[id] };
    if (command !== 'run') continue;
    runs.push(answer);
    const shown = path.relative(corpus, file);
    for (const each of causesOf(answer, textWithImports(file))) {
      found[each.kind].push({ ...each, file: shown });
    }
  }
  const good = [...answers.values()].filter(({ success }) => success).length;
  console.log(
    `${answers.size} of ${entries.length} answered in ${seconds.toFixed(1)} s; ${good} successful`,
  );
  const used = runs.flatMap(({ usage }) => (usage ? [usage.executionTimeMs] : []));
  console.log(`median time at work in the sandbox: ${median(used).toFixed(1)} ms`);
  const examples = Number(options.examples);
  const numbers = {
    seconds,
    waiting: printCauses('computations that wait', found.waiting, examples),
    undefined: printCauses('undefined leaves of results and views', found.undefined, examples),
    views: printCauses('empty views', found.views, examples),
  };
  if (options.out) writeFileSync(options.out, `${JSON.stringify(numbers, null, 2)}\n`);
});
