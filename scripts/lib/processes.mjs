// Finds the processes that a command started, directly or not, on Linux. A marker in the environment
// is inherited by most; a sandbox process has an empty environment, but it stays in the session of
// the process that started it, and that one has the marker.
import { readdirSync, readFileSync } from 'node:fs';

const intervalMs = 250;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended, or is not ours.
    return undefined;
  }
}

/** State and session out of /proc/<pid>/stat; the name before them may contain anything. */
function parseStat(stat) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], session: fields[3] };
}

/** Every process of this machine that can be seen. */
function processes() {
  const found = [];
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = read(`/proc/${pid}/stat`);
    if (stat === undefined) continue;
    const environment = read(`/proc/${pid}/environ`) ?? '';
    found.push({ pid, environment, ...parseStat(stat) });
  }
  return found;
}

/**
 * Watches from now on which sessions the marked processes belong to; our own does not count.
 * @param {string} marker `NAME=value` of the environment
 */
export function watchProcesses(marker) {
  if (process.platform !== 'linux') return { remaining: async () => [], stop: () => {} };
  const ownSession = processes().find(({ pid }) => Number(pid) === process.pid)?.session;
  const sessions = new Set();
  const isMarked = ({ environment }) => environment.split('\0').includes(marker);

  const look = () => {
    const marked = processes().filter(isMarked);
    for (const { session } of marked) if (session !== ownSession) sessions.add(session);
  };
  const timer = setInterval(look, intervalMs);

  const isLeft = (candidate) =>
    candidate.state !== 'Z' && (isMarked(candidate) || sessions.has(candidate.session));
  const left = () =>
    processes()
      .filter(isLeft)
      .map(({ pid }) => ({
        pid,
        command: (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' '),
      }));

  return {
    /** What still runs once there was time to end. */
    remaining: async (graceMs) => {
      const deadline = Date.now() + graceMs;
      while (left().length > 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, intervalMs));
      }
      return left();
    },
    stop: () => clearInterval(timer),
  };
}
