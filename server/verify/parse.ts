/** Parses a record's code, the exact text that will run, and checks that it is one functor. */
import { parse } from 'acorn';
import type { FunctionExpression, Program, Statement } from 'acorn';
import {
  htmlComment,
  moduleShape,
  notJavaScript,
  tooDeep,
  awaitOutsideAsync,
} from '../protocol/index.ts';
import type { Findings, Range } from './finding.ts';
import { codeWords } from '../protocol/messages/code-words.ts';

/** The parameters of every functor, in order; see protocol/functor.ts. */
export const functorParameters = ['exports', 'require', '$pb', '$s', '$b'] as const;

/** The function of a record, and the statements of its module scope. */
export interface ParsedFunctor {
  readonly functor: FunctionExpression;
  readonly statements: readonly Statement[];
}

/** Gives the functor, or undefined after saying why the text is not one. */
export function parseFunctor(code: string, findings: Findings): ParsedFunctor | undefined {
  const program = parseProgram(code, findings);
  if (program === undefined) return undefined;
  const [statement, ...others] = program.body;
  const functor =
    others.length === 0 && statement?.type === 'ExpressionStatement'
      ? statement.expression
      : undefined;
  if (functor?.type !== 'FunctionExpression' || !hasFunctorHead(functor)) {
    findings.error({ start: 0, end: 0 }, () => moduleShape({ why: codeWords.notOneFunctor }));
    return undefined;
  }
  const [first] = functor.body.body;
  if (first === undefined || directiveOf(first) !== 'use strict') {
    findings.error({ start: 0, end: 0 }, () => moduleShape({ why: codeWords.notStrict }));
    return undefined;
  }
  const statements = functor.body.body.filter((node) => directiveOf(node) === undefined);
  return { functor, statements };
}

/** `use strict` and its like, which only stand before all other statements. */
function directiveOf(statement: Statement): string | undefined {
  return statement.type === 'ExpressionStatement' ? statement.directive : undefined;
}

function hasFunctorHead({ id, async, generator, params }: FunctionExpression): boolean {
  return (
    !id &&
    !async &&
    !generator &&
    params.length === functorParameters.length &&
    params.every((parameter, index) => {
      return parameter.type === 'Identifier' && parameter.name === functorParameters[index];
    })
  );
}

function parseProgram(code: string, findings: Findings): Program | undefined {
  const htmlComments: Range[] = [];
  try {
    const program = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      onComment: (isBlock, _text, start, end) => {
        if (!isBlock && !code.startsWith('//', start)) htmlComments.push({ start, end });
      },
    });
    for (const comment of htmlComments) findings.error(comment, () => htmlComment({}));
    return program;
  } catch (error) {
    reportParseError(code, error, findings);
    return undefined;
  }
}

/** The compiler has reported most of the author's own syntax errors; these are the others. */
function reportParseError(code: string, error: unknown, findings: Findings): void {
  // acorn turns the exhausted stack into an error of its own.
  const isTooDeep = error instanceof Error && /stack space/.test(error.message);
  if (error instanceof RangeError || isTooDeep) {
    findings.error({ start: 0, end: 0 }, () => tooDeep({}));
    return;
  }
  const start = positionOf(error);
  const awaited = /\bawait\s*$/.exec(code.slice(0, start));
  const range = { start: awaited?.index ?? start, end: start + 1 };
  if (awaited !== null || code.startsWith('await', start)) {
    findings.error(range, () => awaitOutsideAsync({}));
    return;
  }
  const why = error instanceof SyntaxError ? error.message.replace(/ \(\d+:\d+\)$/, '') : 'unknown';
  findings.error(range, () => notJavaScript({ why }));
}

function positionOf(error: unknown): number {
  const position = error instanceof SyntaxError && 'pos' in error ? error.pos : 0;
  return typeof position === 'number' ? position : 0;
}
