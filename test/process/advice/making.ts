/** How the small patterns of the mistakes are made. */
import type { StreamEvent } from '../../../server/engine/index.ts';

export interface Mistake {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly send?: readonly StreamEvent[];
  readonly code: string;
  readonly says: RegExp;
  readonly help: RegExp;
  /** What the text has once the quick fix is applied; absent where none is safe. */
  readonly mended?: string;
}

/** Stands in a text where the finding must point, line and column. */
export const PLACE = '«';

export const imports =
  'import { NAME, UI, action, cell, computed, handler, lift, pattern, Writable } from "commonfabric";\n' +
  'import type { Default } from "commonfabric";\n';

/** A pattern whose input is `text` (plain), `count` and `list` (cells). */
export function body(statements: string, top = ''): Mistake['files'] {
  const text = `${imports}${top}
interface Input {
  text?: string | Default<'abc'>;
  none?: any | Default<null>;
  count?: Writable<number | Default<3>>;
  list?: Writable<{ n: number }[] | Default<[{ n: 1 }]>>;
}
export default pattern<Input>(({ text, none, count, list }) => {
  ${statements}
});
`;
  return { 'main.tsx': text };
}
export const compute = (expression: string, top = ''): Mistake['files'] =>
  body(`return { out: computed(() => ${expression}) };`, top);
export const act = (statements: string, top = ''): Pick<Mistake, 'files' | 'send'> => ({
  files: body(`return { go: action(async () => { ${statements} }) };`, top),
  send: [{ stream: 'go' }],
});
