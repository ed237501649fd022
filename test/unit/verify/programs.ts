/**
 * Programs whose compiled text is written by hand: the body of a functor stands for the authored
 * file too, so every position of a finding can be read off the test.
 */
import { SourceMapGenerator } from 'source-map';
import type {
  ApiGeneration,
  CallFact,
  LinkedImport,
  ModuleGraph,
  ModuleRecord,
  ModuleSource,
} from '../../../server/protocol/index.ts';

export interface HandWritten {
  readonly body: string;
  readonly generation?: ApiGeneration;
  /** Specifiers; `commonfabric` and `commontools` lead to the runtime, others to `<name>.ts`. */
  readonly imports?: readonly string[];
  readonly facts?: number;
  /** The functor, when the test is about its shape. */
  readonly code?: string;
}

const head = '(function (exports, require, $pb, $s, $b) { "use strict";';

function mapOf(path: string, body: string): string {
  const map = new SourceMapGenerator({ file: path });
  body.split('\n').forEach((line, index) => {
    for (const { index: column } of line.matchAll(/[\w$]+|[^\w$]|$/g)) {
      // Line 1 of the functor is its head.
      map.addMapping({
        source: path,
        original: { line: index + 1, column },
        generated: { line: index + 2, column },
      });
    }
  });
  return map.toString();
}

function linked(specifier: string): LinkedImport {
  return specifier === 'commonfabric' || specifier === 'commontools'
    ? { specifier, target: { kind: 'runtime', name: specifier } }
    : { specifier, target: { kind: 'module', path: `${specifier.replace('./', '')}.ts` } };
}

/** Makes a graph; the first file is the entry. */
export function programOf(files: Readonly<Record<string, HandWritten>>): ModuleGraph {
  const records: ModuleRecord[] = [];
  const sources = new Map<string, ModuleSource>();
  for (const [path, { body, generation, imports, facts, code }] of Object.entries(files)) {
    const sourceURL = `patternbox:///${path}?01234567`;
    const fact: CallFact = { builder: 'lift', position: { line: 1, column: 1 } };
    records.push({
      path,
      hash: '01234567',
      sourceURL,
      code: code ?? `${head}\n${body}\n})`,
      imports: (imports ?? []).map(linked),
      facts: Array.from({ length: facts ?? 10 }, () => fact),
      generation: generation ?? 'commonfabric',
    });
    const map = mapOf(path, body);
    const source = { path, sourceURL, text: body, map, sites: [], functions: [], extents: [] };
    sources.set(path, source);
  }
  return { entry: Object.keys(files)[0] ?? '', records, sources };
}
