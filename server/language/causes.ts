/** One diagnostic for one cause, however many callbacks failed from it. */
import type { DiagnosticRelatedInformation } from 'vscode-languageserver/node';
import { rangeOf, words, type Location, type RunError } from '../protocol/index.ts';

/** Other failures of one cause that are listed; more say nothing new. */
const mostListed = 10;

/** Errors that have the same code and the same place, in the order of time. */
export interface Cause {
  readonly first: RunError;
  readonly others: readonly RunError[];
}

/** Groups errors by their cause. An error without a place is a cause of its own. */
export function causesOf(errors: readonly RunError[]): Cause[] {
  const groups = new Map<string, RunError[]>();
  errors.forEach((error, index) => {
    const { location, code } = error;
    const place = location ? `${location.file}:${location.line}:${location.column}` : index;
    const key = `${code} ${place}`;
    const group = groups.get(key);
    if (group) group.push(error);
    else groups.set(key, [error]);
  });
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []));
}

/** Where else the cause made something fail. */
export function alsoFailed(
  { others }: Cause,
  uriOf: (location: Location) => string | undefined,
): DiagnosticRelatedInformation[] {
  return others.slice(0, mostListed).flatMap(({ builtAt, location, during, message }) => {
    const at = builtAt ?? location;
    const uri = at ? uriOf(at) : undefined;
    if (!at || uri === undefined) return [];
    const text = words.alsoFailed(during ?? '', message);
    return [{ location: { uri, range: rangeOf(at) }, message: text }];
  });
}
