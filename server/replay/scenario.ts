/** The shape of a recorded interaction, checked at the boundary: scenario files are untrusted. */
import * as v from 'valibot';

const Step = v.object({
  events: v.optional(
    v.array(v.object({ stream: v.string(), payload: v.optional(v.unknown()) })),
    [],
  ),
  expect: v.optional(v.array(v.object({ path: v.string(), value: v.optional(v.unknown()) })), []),
});

const Scenario = v.object({
  name: v.string(),
  exportName: v.optional(v.string(), 'default'),
  argument: v.optional(v.unknown()),
  steps: v.array(Step),
});
export type Scenario = v.InferOutput<typeof Scenario>;

/** Scenarios from parsed JSON, or the first thing that is wrong with it: where, and what. */
export function parseScenarios(
  value: unknown,
): { readonly scenarios: readonly Scenario[] } | { readonly reason: string } {
  const parsed = v.safeParse(v.array(Scenario), value);
  if (parsed.success) return { scenarios: parsed.output };
  const [issue] = parsed.issues;
  const at = v.getDotPath(issue);
  return { reason: at === null ? issue.message : `${at}: ${issue.message}` };
}
