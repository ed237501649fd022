/** Entry of the command line. Everything it does is in program.ts; this only starts and ends it. */
import { runCheckThread } from './check-threads.ts';
import { runProgram } from './program.ts';
import { standardOutput } from './output.ts';

if (!runCheckThread()) {
  void runProgram(process.argv.slice(2), {
    cwd: process.cwd(),
    distDir: __dirname,
    output: standardOutput(),
  }).then((code) => {
    process.exitCode = code;
  });
}
