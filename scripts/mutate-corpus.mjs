#!/usr/bin/env node
// Measures on real patterns whether errors are reported in the right file and line: makes a random
// expression of a pattern throw, runs it, and looks at what is reported.
//   node scripts/mutate-corpus.mjs FOLDER [--sites 500] [--seed 1] [--within SUBFOLDER]
// FOLDER is the root of the patterns' imports; it is copied, never changed.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { Advice, at, main, tell } from './lib/project.mjs';

const PARALLEL = 3;
const MUTANT = '.mutant.tsx';

/** mulberry32: the same sites for the same seed. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The command line's `serve`, asked with promises. */
function startServer() {
  const child = spawn(process.execPath, [at('dist/cli.js'), 'serve', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map();
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let ids = 0;
  return {
    ask: (request) =>
      new Promise((resolve) => {
        waiting.set(++ids, resolve);
        child.stdin.write(`${JSON.stringify({ id: ids, timeout: 10_000, ...request })}\n`);
      }),
    close: () => child.stdin.end(),
  };
}

/** Expressions that run as they stand: no types, no callees, no targets of assignments. */
function expressionsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found = [];
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return;
    if (isValue(node)) found.push({ start: node.getStart(), end: node.end });
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function isValue(node) {
  if (!ts.isExpression(node) || !isInFunction(node)) return false;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isCallExpression(parent))
    return parent.arguments.includes(node) && !ts.isFunctionLike(node);
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent))
    return parent.body === node || ts.isReturnStatement(parent);
  if (ts.isJsxExpression(parent) || ts.isTemplateSpan(parent)) return !ts.isFunctionLike(node);
  if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) return true;
  return ts.isBinaryExpression(parent) && parent.right === node;
}

function isInFunction(node) {
  for (let outer = node.parent; outer; outer = outer.parent)
    if (ts.isFunctionLike(outer)) return true;
  return false;
}

const lineAt = (text, offset) => text.slice(0, offset).split(/\r\n|\n/).length;

function streamsOf(value, found = new Set()) {
  if (value === null || typeof value !== 'object') return found;
  if (value.$type === 'stream' && typeof value.path === 'string') found.add(value.path);
  Object.values(value).forEach((each) => streamsOf(each, found));
  return found;
}

const isTheThrow = (error, mark) => error.message.includes(mark);
const errorsOf = (answer) =>
  [answer.error, ...(answer.errors ?? [])].filter((error) => error?.message !== undefined);

/** Runs one mutant; undefined when its throw was not reached, else whether the report is right. */
async function tryMutant(server, root, pattern, place, number) {
  const mark = `mutant-${number}-thrown`;
  const { file, text, send } = pattern;
  const thrower = `((): any => { throw new Error("${mark}"); })()`;
  const mutated = text.slice(0, place.start) + thrower + text.slice(place.end);
  const mutant = `${file.slice(0, -'.tsx'.length)}.${number}${MUTANT}`;
  await writeFile(path.join(root, mutant), mutated);
  try {
    const answer = await server.ask({ command: 'run', file: path.join(root, mutant), root, send });
    const reported = errorsOf(answer).find((error) => isTheThrow(error, mark));
    if (reported === undefined) return undefined;
    const expected = `${mutant}:${lineAt(text, place.start)}`;
    const found = reported.location && `${reported.location.file}:${reported.location.line}`;
    return { right: found === expected, expected, found };
  } finally {
    await rm(path.join(root, mutant));
  }
}

/** A pattern that runs as it is, with the streams of its result; undefined for any other file. */
async function openPattern(server, root, file) {
  const text = await readFile(path.join(root, file), 'utf8');
  if (!/\b(?:pattern|recipe)\b/.test(text)) return undefined;
  const answer = await server.ask({ command: 'run', file: path.join(root, file), root });
  if (!answer.success) return undefined;
  const send = [...streamsOf(answer.result)].slice(0, 20);
  const places = expressionsOf(file, text);
  return places.length === 0 ? undefined : { file, text, send, places };
}

async function measure({ root, within, sites, seed }) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const all = await readdir(path.join(root, within), { recursive: true });
  const files = all
    .map((name) => path.join(within, name).split(path.sep).join('/'))
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .sort();
  if (files.length === 0) throw new Advice(`There are no .tsx files in ${within || 'the folder'}.`);
  const server = startServer();
  const patterns = new Map();
  const results = [];
  let tried = 0;
  let draws = 0;
  const work = async () => {
    while (results.length < sites && draws++ < sites * 12) {
      const file = pick(files);
      if (!patterns.has(file)) patterns.set(file, openPattern(server, root, file));
      const pattern = await patterns.get(file);
      if (pattern === undefined) continue;
      const result = await tryMutant(server, root, pattern, pick(pattern.places), ++tried);
      if (result === undefined || results.length >= sites) continue;
      results.push(result);
      if (!result.right) tell(`wrong: ${result.found} instead of ${result.expected}`);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  server.close();
  return {
    results,
    tried,
    patterns: (await Promise.all(patterns.values())).filter(Boolean).length,
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sites: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    within: { type: 'string', default: '' },
  },
});

await main(async () => {
  const [folder] = positionals;
  if (folder === undefined) throw new Advice('Name the folder with the patterns.');
  const root = await mkdtemp(path.join(os.tmpdir(), 'patternbox-mutants-'));
  try {
    const wanted = (name) => !/(?:^|[\\/])(?:node_modules|\.git)(?:$|[\\/])/.test(name);
    await cp(folder, root, { recursive: true, filter: wanted });
    const { sites, seed, within } = values;
    const found = await measure({ root, within, sites: Number(sites), seed: Number(seed) });
    const right = found.results.filter(({ right: isRight }) => isRight).length;
    const share = (100 * right) / Math.max(found.results.length, 1);
    tell(
      `${right} of ${found.results.length} throws (${share.toFixed(1)} %) were reported in the right file and ` +
        `line; ${found.patterns} patterns, ${found.tried} mutants, seed ${seed}`,
    );
    return share >= 99 ? 0 : 1;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
