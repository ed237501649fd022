/** Gives findings their place in the authored text. The maps are applied here once, and only here. */
import { SourceMapConsumer } from 'source-map';
import type { BasicSourceMapConsumer, IndexedSourceMapConsumer } from 'source-map';
import { extentEnd, indexCode, indexText } from '../protocol/index.ts';
import type { Base1Position, Diagnostic, ModuleRecord, ModuleSource } from '../protocol/index.ts';
import type { Finding } from './finding.ts';

type Consumer = BasicSourceMapConsumer | IndexedSourceMapConsumer;

interface AuthoredRange {
  readonly start: number;
  readonly end: number;
}

/** Turns the findings of one record into diagnostics. */
export async function locateFindings(
  findings: readonly Finding[],
  record: ModuleRecord,
  source: ModuleSource,
  older: boolean,
): Promise<Diagnostic[]> {
  if (findings.length === 0) return [];
  return SourceMapConsumer.with(source.map, null, (consumer) => {
    const generated = indexCode(record.code);
    const authored = indexText(source.text);
    return findings.map((finding) => {
      const place = (offset: number, bias: number): number | undefined => {
        const at = originalPosition(consumer, generated.positionAt(offset), bias);
        return at && authored.offsetAt(at);
      };
      const range = authoredRange(finding, place, source);
      const message = finding.message({
        older,
        authored: source.text.slice(range.start, range.end),
      });
      return {
        code: message.code,
        severity: severityOf(finding, older),
        message: message.text,
        file: source.path,
        range: {
          start: authored.positionAt(range.start),
          end: authored.positionAt(range.end),
        },
        help: message.help,
      };
    });
  });
}

function severityOf({ severity }: Finding, older: boolean): Diagnostic['severity'] {
  return severity === 'lenient' ? (older ? 'warning' : 'error') : severity;
}

function originalPosition(
  consumer: Consumer,
  { line, column }: Base1Position,
  bias: number,
): Base1Position | undefined {
  const found = consumer.originalPositionFor({ line, column: column - 1, bias });
  if (found.line === null || found.column === null) return undefined;
  return { line: found.line, column: found.column + 1 };
}

/**
 * The map marks where an emitted node ends; where it does not, the extents of the authored tree
 * say where the node that begins at the start ends.
 */
function authoredRange(
  { start, end }: Finding,
  place: (offset: number, bias: number) => number | undefined,
  source: ModuleSource,
): AuthoredRange {
  const { GREATEST_LOWER_BOUND, LEAST_UPPER_BOUND } = SourceMapConsumer;
  const from = place(start, GREATEST_LOWER_BOUND) ?? place(start, LEAST_UPPER_BOUND) ?? 0;
  const before = place(end, GREATEST_LOWER_BOUND);
  const marked = before === place(end, LEAST_UPPER_BOUND) ? before : undefined;
  const innermost = extentEnd(source, from) ?? Math.min(from + 1, source.text.length);
  return { start: from, end: marked !== undefined && marked > from ? marked : innermost };
}
