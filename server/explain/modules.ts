/** The modules of a program, with their maps open: from emitted places to authored ones. */
import { SourceMapConsumer } from 'source-map';
import { indexText, locationAt } from '../protocol/index.ts';
import type {
  Base1Position,
  FunctionSpan,
  Location,
  ModuleGraph,
  ModuleRecord,
  ModuleSource,
  TextIndex,
} from '../protocol/index.ts';

/** Space that may stand between a dot and a name, or before an operator. */
const MAX_AHEAD = 80;

/** One module that can be asked about places. */
export interface ExplainedModule {
  readonly record: ModuleRecord;
  readonly source: ModuleSource;
  readonly text: TextIndex;
  /** The authored place of an emitted one: the only application of the map. */
  readonly map: (emitted: Base1Position) => Base1Position | null;
  /** The innermost authored function around a place; null at module scope. */
  readonly functionAt: (authored: Base1Position) => FunctionSpan | null;
  /** The name of the innermost pattern whose body contains a place; null outside of patterns. */
  readonly patternAt: (authored: Base1Position) => string | null;
  /** A place with the end of the node that begins there. */
  readonly locate: (authored: Base1Position) => Location;
}

export interface ExplainedModules {
  readonly bySourceURL: (url: string) => ExplainedModule | undefined;
  readonly byPath: (path: string) => ExplainedModule | undefined;
  readonly dispose: () => void;
}

/** Opens the map of every record. */
export async function openModules(
  graph: Pick<ModuleGraph, 'records' | 'sources'>,
): Promise<ExplainedModules> {
  const byURL = new Map<string, ExplainedModule>();
  const byPath = new Map<string, ExplainedModule>();
  const closers: (() => void)[] = [];
  for (const record of graph.records) {
    const source = graph.sources.get(record.path);
    if (source === undefined) continue;
    const consumer = await new SourceMapConsumer(source.map);
    closers.push(() => consumer.destroy());
    const module = explainedModule(record, source, consumer);
    byURL.set(record.sourceURL, module);
    byPath.set(record.path, module);
  }
  return Object.freeze<ExplainedModules>({
    bySourceURL: (url) => byURL.get(url),
    byPath: (path) => byPath.get(path),
    dispose: () => {
      for (const close of closers.splice(0)) close();
    },
  });
}

function explainedModule(
  record: ModuleRecord,
  source: ModuleSource,
  consumer: Pick<SourceMapConsumer, 'originalPositionFor'>,
): ExplainedModule {
  const text = indexText(source.text);
  return Object.freeze<ExplainedModule>({
    record,
    source,
    text,
    map: ({ line, column }) => {
      // Frames come from the sandbox process, which may have been taken over.
      if (!isPlace(line) || !isPlace(column)) return null;
      const found = consumer.originalPositionFor({ line, column: column - 1 });
      if (found.line === null || found.column === null) return null;
      return atToken(source.text, text, { line: found.line, column: found.column + 1 });
    },
    functionAt: (authored) => innermost(source.functions, text.offsetAt(authored)),
    patternAt: (authored) => patternAround(source.functions, text.offsetAt(authored)),
    locate: (authored) => locationAt(source, text, authored),
  });
}

const isPlace = (count: number): boolean => Number.isSafeInteger(count) && count > 0;

/**
 * V8 reports a member at its name or at the dot before it, depending on what stands further left,
 * and a write at its operator, which the map knows only from the space before. People look for the
 * name and for the operator.
 */
function atToken(text: string, index: TextIndex, place: Base1Position): Base1Position {
  const offset = index.offsetAt(place);
  const ahead = text.slice(offset, offset + MAX_AHEAD);
  const skipped = /^(?:\??\.(?!\.)[ \t]*(?=[\p{ID_Start}$_#])|[ \t]+(?=\S))/u.exec(ahead);
  return skipped === null ? place : { line: place.line, column: place.column + skipped[0].length };
}

/** Spans come outer before inner, so the last one that contains the offset is the innermost. */
function innermost(functions: readonly FunctionSpan[], offset: number): FunctionSpan | null {
  return functions.findLast(({ start, end }) => start <= offset && offset < end) ?? null;
}

/** The compiler names the function of a pattern by the pattern. */
function patternAround(functions: readonly FunctionSpan[], offset: number): string | null {
  const around = functions.filter(({ start, end }) => start <= offset && offset < end);
  const bodies = around.map(({ name }) => / body$/.exec(name)?.index);
  const at = bodies.findLastIndex((index) => index !== undefined);
  return around[at]?.name.slice(0, bodies[at]) ?? null;
}
