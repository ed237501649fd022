/** Words of the engine that mean nothing to an author. */
import type { RunError, RunResult } from '../../server/protocol/index.ts';

const jargon =
  /secure mode|%\w+%|\bSES\b|\$pb\b|\$s\b|\b\w+_1\.|\blockdown\b|\bintrinsics?\b|\bcompartments?\b|\bfunctor\b|\bpermits?\b|\btamed?\b|\bharden\w*|patternbox:\/\/|\bsource ?map|\bevalmachine\b|\bV8\b/gi;

/** Every sentence of a result that explains something to an author. */
export function sentencesOf({ error, errors, diagnostics, waiting }: RunResult): string[] {
  return [
    ...[error, ...errors].flatMap((each) => (each ? ofError(each) : [])),
    ...diagnostics.flatMap(({ message, help }) => [message, help?.text ?? '']),
    ...waiting.map((each) => each.for),
  ];
}

/** The jargon in texts, as sentences; an author's own words, read from `source`, are none. */
export function jargonIn(texts: readonly string[], source: string): string[] {
  // The names that are reserved have to be named.
  const other = texts.filter((text) => !text.startsWith('Choose a name that'));
  return other.flatMap((text) =>
    [...text.matchAll(jargon)]
      .filter(([found]) => !source.includes(found))
      .map(([found]) => `“${found}” means nothing to an author: ${text.slice(0, 200)}`),
  );
}

function ofError({ message, help, during, cause, errors }: RunError): string[] {
  const inner = [cause, ...errors].flatMap((each) => (each ? ofError(each) : []));
  return [message, help?.text ?? '', help?.fix ?? '', during ?? '', ...inner];
}
