/** Recognises a pattern file by its text, cheaply enough for every keystroke. */

const apiImport =
  /^[ \t]*(?:import|export)\b[^;'"`]*?from\s*['"](?:commonfabric|commontools)(?:\/[\w-]+)?['"]/m;

/** Whether the text imports the authoring API, today's or the older one. */
export function importsPatternApi(text: string): boolean {
  if (!text.includes('commonfabric') && !text.includes('commontools')) return false;
  return apiImport.test(text);
}

/** Languages that a pattern can be written in, by the editor's identifiers. */
export const patternLanguages: readonly string[] = ['typescript', 'typescriptreact'];
