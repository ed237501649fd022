/** Engine messages that authors meet, told in their terms: error, cause, fix. */
import {
  bigintMixed,
  builderModules,
  builderUsedUnimported,
  cellMethodOnValue,
  circularJson,
  classWithoutNew,
  clockOutsideHandler,
  constantAssigned,
  endlessRecursion,
  eventWithoutData,
  evaluationRefused,
  explainWords,
  frozenWrite,
  impossibleSize,
  invalidPattern,
  missingGlobalUsed,
  missingGlobals,
  notAList,
  notCallable,
  notConstructible,
  notIterable,
  notPrimitive,
  readOfNothing,
  undeclaredName,
  unparsableJson,
  usedTooEarly,
  writeToNothing,
} from '../protocol/index.ts';
import type { Message } from '../protocol/index.ts';
import { cleanText, lastName } from './engine-text.ts';

/** What the table may look at besides the message. */
export interface Scene {
  /** What stands before the property at which the error was raised; null where unknown. */
  readonly base: string | null;
  /** The name at the place itself; null where none stands. */
  readonly word: string | null;
  /** The stream whose event was being handled. */
  readonly stream: string | null;
  /** What the handler that stopped calls its event; null elsewhere. */
  readonly event: string | null;
}

interface Advice {
  readonly when: RegExp;
  /** Undefined: this entry does not fit after all. */
  readonly say: (groups: readonly string[], scene: Scene) => Message | undefined;
}

const cellMethods = new Set(['get', 'set', 'update', 'key', 'send', 'sample', 'resolveAsCell']);
const listMethods = new Set(
  'map filter find findIndex some every reduce forEach flatMap includes join slice concat sort'.split(
    ' ',
  ),
);

/** A name that the sandbox lacks, or a builder that was not imported. */
function missing(name: string): Message | undefined {
  const instead = missingGlobals.get(name);
  if (instead !== undefined) return missingGlobalUsed({ name, instead });
  const module = builderModules.get(name);
  return module === undefined ? undefined : builderUsedUnimported({ name, module });
}

function notAFunction(callee: string, { base, word }: Scene): Message {
  const cleaned = cleanText(callee);
  // The compiler put a read around a captured name.
  const chain = cleaned === explainWords.intermediate ? (word ?? cleaned) : cleaned;
  const name = lastName(chain);
  if (chain === name) return missing(name) ?? notCallable({ callee: name });
  if (cellMethods.has(name)) return cellMethodOnValue({ method: name, base });
  if (listMethods.has(name) || name === 'push') return notAList({ method: name, base });
  return notCallable({ callee: base === null ? name : `${base}.${name}` });
}

function nothingRead(nothing: string, key: string, { base, stream, event }: Scene): Message {
  if (stream !== null && base !== null && base === event) return eventWithoutData({ key, stream });
  return (base === null ? undefined : missing(base)) ?? readOfNothing({ key, base, nothing });
}

/** In the order of matching; the first that fits speaks. */
const table: readonly Advice[] = [
  {
    when: /^(.+) is not a function or its return value is not iterable$/,
    say: ([what = ''], { word }) =>
      (word === null ? undefined : missing(word)) ??
      notIterable({ what: lastName(cleanText(what)) }),
  },
  { when: /^(.+) is not a function$/, say: ([callee = ''], scene) => notAFunction(callee, scene) },
  {
    when: /^Cannot read properties of (undefined|null) \(reading '(.*)'\)$/s,
    say: ([nothing = '', key = ''], scene) => nothingRead(nothing, key, scene),
  },
  {
    when: /^Cannot destructure property '(.*?)' of '(.*?)' as it is (undefined|null)\.?$/s,
    say: ([key = '', base = '', nothing = ''], { stream }) => {
      if (stream !== null && base === nothing) return eventWithoutData({ key, stream });
      const clean = cleanText(base);
      const isChain = /^[\w$.]+$/.test(clean) && clean !== nothing;
      return readOfNothing({ key, nothing, base: isChain ? clean : null });
    },
  },
  {
    when: /^Cannot set properties of (undefined|null) \(setting '(.*)'\)$/s,
    say: ([nothing = '', key = '']) => writeToNothing({ key, nothing }),
  },
  {
    when: /^secure mode Calling %SharedDate%/,
    say: () => clockOutsideHandler({ what: 'Date.now()' }),
  },
  {
    when: /^secure mode %SharedMath%\.random/,
    say: () => clockOutsideHandler({ what: 'Math.random()' }),
  },
  {
    when: /^Cannot assign to read only property '(.*?)' of /s,
    say: ([key = '']) => frozenWrite({ key }),
  },
  {
    when: /^Cannot (?:add|define) property (.*?), object is not extensible$/s,
    say: ([key = '']) => frozenWrite({ key }),
  },
  { when: /^Cannot delete property '(.*?)' of /s, say: ([key = '']) => frozenWrite({ key }) },
  { when: /^Cannot redefine property: (.*)$/s, say: ([key = '']) => frozenWrite({ key }) },
  { when: /^Maximum call stack size exceeded$/, say: () => endlessRecursion({}) },
  { when: /^Assignment to constant variable\.$/, say: () => constantAssigned({}) },
  {
    when: /^Cannot access '(.*?)' before initialization$/,
    say: ([name = '']) => usedTooEarly({ name }),
  },
  {
    when: /^([\w$]+) is not defined$/,
    say: ([name = '']) => missing(name) ?? undeclaredName({ name }),
  },
  {
    when: /^(.+?) is not iterable(?: \(cannot read property .*\))?$/s,
    say: ([what = '']) => notIterable({ what: cleanText(what) }),
  },
  {
    when: /^(.+) is not a constructor$/,
    say: ([what = '']) => {
      const name = lastName(cleanText(what));
      return missing(name) ?? notConstructible({ what: name });
    },
  },
  {
    when: /^Class constructor ([\w$]+) cannot be invoked without 'new'$/,
    say: ([name = '']) => classWithoutNew({ name }),
  },
  { when: /^Converting circular structure to JSON/, say: () => circularJson({}) },
  {
    when: /^(?:Unexpected token .* JSON|Unexpected end of JSON input|.* is not valid JSON|(?:Expected|Unterminated|Bad) .* in JSON at )/s,
    say: () => unparsableJson({}),
  },
  {
    when: /^[Pp]ossible (direct eval|import|(?:HTML|html) comment)/,
    say: ([what = '']) => evaluationRefused({ what: wordsFor(what) }),
  },
  {
    when: /^(?:Cannot mix BigInt and other types|Do not know how to serialize a BigInt)/,
    say: () => bigintMixed({}),
  },
  {
    when: /^Invalid (?:array length|string length|typed array length|count value)/,
    say: () => impossibleSize({}),
  },
  {
    when: /^Invalid regular expression: (.*)$/s,
    say: ([text = '']) => invalidPattern({ text: text.replace(/\.$/, '') }),
  },
  {
    when: /^Cannot convert (?:object to primitive value|a Symbol value to a (?:string|number))$/,
    say: () => notPrimitive({}),
  },
];

function wordsFor(refused: string): string {
  if (refused.endsWith('eval')) return explainWords.evalCall;
  return refused === 'import' ? explainWords.importCall : explainWords.htmlComment;
}

/** The author-facing message for an engine's message, where there is one. */
export function adviceFor(message: string, scene: Scene): Message | undefined {
  for (const { when, say } of table) {
    const found = when.exec(message);
    const said = found && say(found.slice(1), scene);
    if (said) return said;
  }
  return undefined;
}
