// The files through which the suite in the extension host speaks to the launcher.
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const intervalMs = 100;

/** Prints the complete lines that the file has gained since the last call. */
function makeFollower(file) {
  let offset = 0;
  let partial = Buffer.alloc(0);
  return () => {
    const descriptor = openSync(file, 'r');
    const buffer = Buffer.alloc(1 << 16);
    for (let read; (read = readSync(descriptor, buffer, 0, buffer.length, offset)) > 0;) {
      offset += read;
      partial = Buffer.concat([partial, buffer.subarray(0, read)]);
    }
    closeSync(descriptor);
    const end = partial.lastIndexOf(0x0a);
    const lines = partial
      .subarray(0, end + 1)
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
    partial = partial.subarray(end + 1);
    for (const line of lines) {
      const [stream, text] = JSON.parse(line);
      (stream === 1 ? process.stdout : process.stderr).write(`${text}\n`);
    }
  };
}

/** Opens a channel for one run of a suite. */
export async function openSuiteChannel(suite) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'patternbox-suite-'));
  const output = path.join(folder, 'output');
  const proof = path.join(folder, 'proof.json');
  writeFileSync(output, '');
  const follow = makeFollower(output);
  const timer = setInterval(follow, intervalMs);
  return {
    env: {
      PATTERNBOX_SUITE: suite,
      PATTERNBOX_SUITE_OUTPUT: output,
      PATTERNBOX_SUITE_PROOF: proof,
    },
    /** Whether the suite came to its end, and how; undefined if it did not. */
    verdict: () => {
      try {
        return JSON.parse(readFileSync(proof, 'utf8')).passed;
      } catch {
        return undefined;
      }
    },
    close: async () => {
      clearInterval(timer);
      follow();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
