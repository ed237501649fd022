/** Entry of the command line. Everything it does is in program.ts; this only starts and ends it. */
import { runProgram } from './program.ts';
import { standardOutput } from './output.ts';

void runProgram(process.argv.slice(2), {
  cwd: process.cwd(),
  distDir: __dirname,
  output: standardOutput(),
}).then((code) => {
  process.exitCode = code;
});
