/** The text of the input box. */
import { inputIsNotJson, type Message } from '../server/protocol/index.ts';

/** What is wrong with a text as JSON; undefined if nothing is, or if there is no input. */
export function inputProblem(text: string): Message | undefined {
  if (text.trim() === '') return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return inputIsNotJson({ problem: error instanceof Error ? error.message : '' });
  }
}
