/** What a command prints and how the process ends. */
import { isatty } from 'node:tty';
import pc from 'picocolors';

/** Exit codes; a public promise. */
export const exitCodes = { good: 0, failed: 1, usage: 2, internal: 3 } as const;

/** Where a command writes. */
export interface Output {
  readonly color: boolean;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** A reader that has seen enough, such as `head`, closes the pipe: nothing is wrong then. */
function outliveReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** The real standard streams; colours only on a terminal, `NO_COLOR` honoured. */
export function standardOutput(): Output {
  outliveReader(process.stdout);
  outliveReader(process.stderr);
  return {
    // `isTTY` of a stream is undefined for a pipe, which would mean the default of the colours.
    color: pc.isColorSupported && isatty(1),
    print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    printError: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
  };
}
