/** Texts of patterns for places where a character can do more than stand there. */

/** Escapes what could move the cursor, change the terminal or reorder text; tabs stay. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (found) => {
    const code = found.codePointAt(0) ?? 0;
    return found === '\t' ? found : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** The same for a text of several lines, which stay. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\n/)
    .map(printable)
    .join('\n');
}
