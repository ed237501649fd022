/** What must not stand in a trace in clear: it is copied, exported and attached to reports. */

/** Stands for a value that is masked. */
export const MASK = '•••';

const secretName =
  /pass(?:word|wd|phrase|code)|secret|token|api[-_]?key|credential|authori[sz]ation|cookie|private[-_]?key/i;
const secretText =
  /\bBearer\s+\S+|\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|\b(?:sk|pk|rk|ghp|gho|ghs|glpat|xox[abps])[-_][\w-]{8,}/g;

/** Whether the name of a cell or a property says that its value is a secret. */
export function namesSecret(name: string): boolean {
  return secretName.test(name);
}

/** The text with everything masked that looks like a credential. */
export function maskText(text: string): string {
  return text.replace(secretText, MASK);
}
