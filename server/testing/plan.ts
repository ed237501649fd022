/** Reads the list of steps out of a test pattern's encoded result; every value in it is untrusted. */
import { showWords } from '../protocol/index.ts';

export type StepKind = 'action' | 'assertion' | 'render' | 'settle' | 'label' | 'await';

export interface PlannedStep {
  readonly kind: StepKind;
  readonly name: string;
  readonly skip: boolean;
  /** Where the step stands below the result. */
  readonly path: readonly [list: string, index: number];
  /** For an action: the path of its stream, as the result names it. */
  readonly stream?: string;
  /** For a label or an await: its name. */
  readonly marker?: string;
  /** For an action: where the event to send stands below the result; absent for none. */
  readonly event?: readonly (string | number)[];
}

/** What is wrong with a test pattern's list of steps. */
export interface PlanProblem {
  readonly problem: 'no-steps' | 'unknown-step' | 'no-stream' | 'no-marker';
  /** Number of the step, from 1. */
  readonly step?: number;
}

/** `$TESTS` in today's API, `tests` in older files. */
const listKeys = ['$TESTS', 'tests'] as const;
const kinds: readonly StepKind[] = ['action', 'assertion', 'render', 'settle', 'label', 'await'];

type Members = Readonly<Record<string, unknown>>;

/** The steps in order, named after whose they are, or the first thing that is wrong with them. */
export function planSteps(
  result: unknown,
  participant?: string,
): readonly PlannedStep[] | PlanProblem {
  const whose = participant === undefined ? '' : `${participant}/`;
  if (!isObject(result)) return { problem: 'no-steps' };
  const list = listKeys.find((key) => Array.isArray(result[key]));
  if (list === undefined) return { problem: 'no-steps' };
  const counts = new Map<StepKind, number>();
  const steps: PlannedStep[] = [];
  for (const [index, step] of (result[list] as readonly unknown[]).entries()) {
    const kind = isObject(step) ? kinds.find((each) => Object.hasOwn(step, each)) : undefined;
    if (!isObject(step) || kind === undefined) return { problem: 'unknown-step', step: index + 1 };
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const after = kind === 'assertion' ? (counts.get('action') ?? 0) : 0;
    const name = showWords.stepName(kind, count, after, whose);
    const stream = kind === 'action' ? streamPath(step.action) : undefined;
    if (kind === 'action' && stream === undefined && step.skip !== true) {
      return { problem: 'no-stream', step: index + 1 };
    }
    const marker = kind === 'label' || kind === 'await' ? step[kind] : undefined;
    if (marker !== undefined && typeof marker !== 'string') {
      return { problem: 'no-marker', step: index + 1 };
    }
    steps.push({
      kind,
      name,
      skip: step.skip === true,
      path: [list, index],
      ...(stream === undefined ? {} : { stream }),
      ...(marker === undefined ? {} : { marker }),
      ...(Object.hasOwn(step, 'event') ? { event: [list, index, 'event'] } : {}),
    });
  }
  return steps;
}

function streamPath(value: unknown): string | undefined {
  if (!isObject(value) || value.$type !== 'stream') return undefined;
  return typeof value.path === 'string' ? value.path : undefined;
}

/** Whether a value is an object with members. */
export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
