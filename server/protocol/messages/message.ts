/**
 * One sentence that a user can read. Every such sentence of the product is defined in this folder,
 * has a stable code, and has a page `docs/errors/<code>.md`.
 */
export interface MessageDefinition<Parameters> {
  /** `PB` and four digits; the first two name the group, see index.ts. */
  readonly code: string;
  /** The title of its page: a few words, no full stop. */
  readonly title: string;
  readonly text: (parameters: Parameters) => string;
  /** What to do about it, in one or two sentences. */
  readonly help?: (parameters: Parameters) => string;
  /** Replacement source for a quick fix, where one is safe. */
  readonly fix?: (parameters: Parameters) => string | undefined;
}

/** A message with its parameters filled in. */
export interface Message {
  readonly code: string;
  readonly text: string;
  readonly help: { readonly text: string; readonly fix?: string } | null;
}

/** Makes a function from a definition: call it with the parameters to get the message. */
export function defineMessage<Parameters = Record<string, never>>(
  definition: MessageDefinition<Parameters>,
): ((parameters: Parameters) => Message) & { readonly definition: MessageDefinition<Parameters> } {
  const make = (parameters: Parameters): Message => {
    const fix = definition.fix?.(parameters);
    const help = definition.help?.(parameters);
    return {
      code: definition.code,
      text: definition.text(parameters),
      help: help === undefined ? null : fix === undefined ? { text: help } : { text: help, fix },
    };
  };
  return Object.assign(make, { definition });
}
