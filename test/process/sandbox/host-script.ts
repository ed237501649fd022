/** A server of its own, for tests that end one: `node host-script.mjs <sandboxDir> <mode>`. */
import { createPool } from '../../../server/sandbox/index.ts';
import { openIn, patternOf } from './modules.ts';

const [, , sandboxDir = '', mode] = process.argv;
const pool = createPool({ sandboxDir, spares: 1 });

if (mode === 'self-test') {
  const reports = await pool.selfTest();
  await pool.dispose();
  console.log(`layers ${reports.length}`);
} else {
  const body = patternOf('console.log("spinning"); for (;;);');
  await openIn(pool, { 'main.tsx': body }, { limits: { timeoutMs: 1500 } }, (line) =>
    console.log(line.text),
  );
}
