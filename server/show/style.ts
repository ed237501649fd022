/** Colours for a terminal, or none. */
import pc from 'picocolors';

export type Style = ReturnType<typeof pc.createColors>;

/** Colours that do nothing unless they are wanted. */
export function styleFor(color: boolean): Style {
  return pc.createColors(color);
}

/** Whether the style colours anything. */
export function isStyled(style: Style): boolean {
  return style.isColorSupported;
}

/** The lines, each moved to the right. */
export function indent(lines: readonly string[], by = '  '): string[] {
  return lines.map((line) => (line === '' ? '' : by + line));
}
