/** Running the graph until nothing is left to do; run model, rule 14. */
import { endBatch, startBatch } from 'alien-signals';
import type { RunState } from '../run-state.ts';
import { storedEqual } from '../store/equality.ts';
import type { Doc } from '../store/nodes.ts';
import { noteNonSettling, noteTooManyEvents } from './findings.ts';
import { traceEvent } from './trace.ts';

/** Rounds after which computations that write count as never settling. */
const MAX_ROUNDS = 101;
/** So many rounds are looked at to see who takes part in a circle. */
const LAST_ROUNDS = 10;
/** Events that one settle delivers. */
const MAX_EVENTS = 10_000;

/** Commits, starts what is new and delivers events one by one until the run is idle. */
export function settle(run: RunState): void {
  for (let events = 0; ; events += 1) {
    quiesce(run);
    const next = run.queue.shift();
    if (next === undefined) return;
    if (events >= MAX_EVENTS) {
      noteTooManyEvents(run, MAX_EVENTS, [next, ...run.queue]);
      run.queue.length = 0;
      return;
    }
    run.delivering = next.label;
    const start = run.powers.tracer?.elapsedMs();
    try {
      next.stream.handle(next.event);
    } finally {
      run.delivering = null;
      if (start !== undefined) traceEvent(run, next, start);
    }
  }
}

/** Whether nothing is left to do. */
export function isIdle({ touched, fresh, queue }: RunState): boolean {
  return touched.size === 0 && fresh.length === 0 && queue.length === 0;
}

/** Rounds of commit and start until neither has anything to do. */
function quiesce(run: RunState): void {
  const circle = new Set<Doc>();
  for (let round = 0; run.touched.size > 0 || run.fresh.length > 0; round += 1) {
    if (round >= MAX_ROUNDS - LAST_ROUNDS) changedDocs(run).forEach((doc) => circle.add(doc));
    if (round >= MAX_ROUNDS) {
      noteNonSettling(run, [...circle]);
      run.touched.clear();
      return;
    }
    commit(run);
    start(run);
  }
}

/** The documents whose value is another than at the last commit. */
function changedDocs(run: RunState): Doc[] {
  return [...run.touched].flatMap(([doc, before]) => (storedEqual(doc.value, before) ? [] : [doc]));
}

/** Tells computations about every document that is different from its last committed value. */
function commit(run: RunState): void {
  const touched = [...run.touched];
  run.touched.clear();
  startBatch();
  for (const [doc, before] of touched) {
    if (storedEqual(doc.value, before)) continue;
    run.space.clock += 1;
    doc.version(run.space.clock);
  }
  endBatch();
}

/** Starts new computations in the order in which they were made. */
function start(run: RunState): void {
  const { fresh } = run;
  run.fresh = [];
  for (const begin of fresh) begin();
}
