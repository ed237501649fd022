/** Entry of the command line. Everything it does is in program.ts; this only starts and ends it. */
import { runCheckThread } from './check-threads.ts';
import { runProgram } from './program.ts';
import { exitCodes, standardOutput } from './output.ts';

if (!runCheckThread()) {
  // Until there is an answer: a process that ends early for any reason has not succeeded.
  process.exitCode = exitCodes.internal;
  void runProgram(process.argv.slice(2), {
    cwd: process.cwd(),
    distDir: __dirname,
    output: standardOutput(),
  }).then((code) => {
    process.exitCode = code;
  });
}
