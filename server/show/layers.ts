/** Draws the protective layers that the self-test found. */
import { styleFor } from './style.ts';

/** A layer as the self-test reports it. */
export interface ShownLayer {
  readonly name: string;
  readonly active: boolean;
  readonly text: string;
  /** Runs are refused without it. */
  readonly required?: boolean;
}

/** One layer a line: its state, its name, what it stops. */
export function showLayers(
  layers: readonly ShownLayer[],
  { color }: { readonly color: boolean },
): string {
  const style = styleFor(color);
  const width = Math.max(...layers.map(({ name }) => name.length), 0);
  return layers
    .map(({ name, active, text, required }) => {
      const off = required === true ? style.red('✗') : style.yellow('–');
      return `${active ? style.green('✓') : off} ${style.bold(name.padEnd(width))}  ${text}`;
    })
    .join('\n');
}
