/** From an authored place to the compiled one: for showing both side by side, and nothing else. */
import { SourceMapConsumer } from 'source-map';
import type { Base1Position, ModuleSource } from '../protocol/index.ts';

/** The first compiled place of what stands at, or next before, an authored one; null for none. */
export async function compiledPlace(
  { map, path }: Pick<ModuleSource, 'map' | 'path'>,
  { line, column }: Base1Position,
): Promise<Base1Position | null> {
  return SourceMapConsumer.with(map, null, (consumer) => {
    for (const bias of [
      SourceMapConsumer.GREATEST_LOWER_BOUND,
      SourceMapConsumer.LEAST_UPPER_BOUND,
    ]) {
      const wanted = { source: path, line, column: column - 1, bias };
      const found = consumer.generatedPositionFor(wanted);
      if (found.line !== null && found.column !== null) {
        return { line: found.line, column: found.column + 1 };
      }
    }
    return null;
  });
}
