/**
 * The verifier: checks what is about to run, as it stands, and trusts nothing that the compiler
 * says about it. It has a parser of its own and refuses what it does not know.
 */
import { missingModule } from '../protocol/index.ts';
import type { Diagnostic, ModuleGraph } from '../protocol/index.ts';
import { locateFindings } from './locate.ts';
import { findingsOf } from './record.ts';
import { isOlder, missingModules, wiringFindings } from './wiring.ts';

/** Every finding of a linked program, file by file; an error among them forbids the run. */
export async function verifyGraph(graph: ModuleGraph): Promise<Diagnostic[]> {
  const paths = new Set(graph.records.map(({ path }) => path));
  const diagnostics = missingModules(graph).map(programDiagnostic(graph));
  for (const record of graph.records) {
    const source = graph.sources.get(record.path);
    if (source === undefined) continue;
    const findings = [...findingsOf(record), ...wiringFindings(record, paths)];
    diagnostics.push(...(await locateFindings(findings, record, source, isOlder(record, graph))));
  }
  return diagnostics;
}

function programDiagnostic({ entry }: ModuleGraph): (module: string) => Diagnostic {
  const start = { line: 1, column: 1 };
  return (module) => {
    const { code, text, help } = missingModule({ module });
    return {
      code,
      severity: 'error',
      message: text,
      file: entry,
      range: { start, end: start },
      help,
    };
  };
}
