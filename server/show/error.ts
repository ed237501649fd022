/** Draws an error: what, where, the author's frames, what to do. */
import { printable, showWords } from '../protocol/index.ts';
import type { Frame, Location, RunError } from '../protocol/index.ts';
import { indent } from './style.ts';
import type { Style } from './style.ts';

/** What the drawing depends on. */
export interface ErrorOptions {
  readonly style: Style;
  readonly debug: boolean;
}

/** The lines of an error and of its causes. */
export function errorLines(error: RunError, options: ErrorOptions, label?: string): string[] {
  const { style } = options;
  const whose = error.participant === undefined ? '' : `${printable(error.participant)}: `;
  const title = style.bold(style.red(whose + (label ?? error.type)));
  const name =
    error.name && !['Error', error.type].includes(error.name)
      ? style.dim(` ${printable(error.name)}`)
      : '';
  const lines = [
    `${title}${name} ${style.dim(error.code)}`,
    ...indent(messageLines(error.message)),
  ];
  if (error.during !== undefined)
    lines.push(style.dim(`  ${showWords.during(printable(error.during))}`));
  if (error.location) lines.push('', `  ${style.cyan(placeText(error.location))}`);
  if (error.codeFrame !== null) lines.push(...indent(codeFrameLines(error.codeFrame, style)));
  lines.push(...section(frameLines(error, options)));
  if (error.help) lines.push(...section(indent(helpLines(error.help.text, style))));
  if (error.cause) lines.push('', ...indent(errorLines(error.cause, options, showWords.causedBy)));
  error.errors.forEach((inner, index) => {
    lines.push('', ...indent(errorLines(inner, options, showWords.nthError(index + 1))));
  });
  return lines;
}

function section(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function messageLines(message: string): string[] {
  return message.split(/\r\n|\n/).map(printable);
}

/** `examples/a.tsx:3:5`, which terminals turn into a link. */
export function placeText({ file, line, column }: Location): string {
  return printable(`${file}:${line}:${column}`);
}

function codeFrameLines(codeFrame: string, style: Style): string[] {
  return codeFrame.split('\n').map((line) => {
    const safe = printable(line);
    if (/^\s*\|\s*\^/.test(safe)) return style.red(safe);
    return safe.startsWith('>') ? safe : style.dim(safe);
  });
}

function helpLines(text: string, style: Style): string[] {
  return messageLines(text).map((line, index) => `${index === 0 ? style.green('→') : ' '} ${line}`);
}

/** A single frame says no more than the location does. */
function frameLines({ frames, hiddenFrames }: RunError, { style, debug }: ErrorOptions): string[] {
  const lines =
    frames.length > 1 || debug ? frames.map((frame) => frameLine(frame, style, debug)) : [];
  if (hiddenFrames > 0) lines.push(`  ${style.dim(showWords.hiddenFrames(hiddenFrames))}`);
  return lines;
}

function frameLine(frame: Frame, style: Style, debug: boolean): string {
  const place = printable(`${frame.file}:${frame.line}:${frame.column}`);
  const marks = [
    frame.async === true ? 'async' : '',
    frame.repeated === undefined ? '' : `× ${frame.repeated}`,
    debug && frame.kind !== 'pattern' ? frame.kind : '',
    frame.kind === 'pattern' && !frame.mapped ? showWords.compiledCode : '',
  ].filter(Boolean);
  const note = marks.length === 0 ? '' : style.dim(` (${marks.join(', ')})`);
  const line = `  at ${printable(frame.function)} ${style.dim(place)}${note}`;
  return frame.kind === 'pattern' ? line : style.dim(line);
}
