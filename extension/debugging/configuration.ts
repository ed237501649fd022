/** What a launch configuration of the type `patternbox` may say, and what becomes of it. */
import * as v from 'valibot';
import { invalidDebugConfiguration, type Message } from '../../server/protocol/index.ts';
import { PEEK_KEY, RUNTIME_URL, SES_URL, TURN_URL } from '../../server/protocol/runtime-urls.ts';

export const debugType = 'patternbox';

/** The attributes of `launch`, as the manifest declares them. */
export const DebugConfiguration = v.looseObject({
  type: v.literal(debugType),
  request: v.literal('launch'),
  name: v.string(),
  /** Absolute path of the pattern file. */
  program: v.pipe(v.string(), v.minLength(1)),
  export: v.optional(v.string()),
  argument: v.optional(v.unknown()),
  /** Step over the frames of the runtime, and fold them away. */
  justMyPattern: v.optional(v.boolean(), true),
  /** Stop where the pattern throws, whether or not it catches it. */
  stopOnThrow: v.optional(v.boolean(), true),
  /** Start again when a file of the pattern changes. */
  restartOnEdit: v.optional(v.boolean(), false),
  /** Set by ourselves: work that is debugged in place of a run of the program, such as a test. */
  work: v.optional(v.string()),
});
export type DebugConfiguration = v.InferOutput<typeof DebugConfiguration>;

/** Reads a configuration that a user wrote; one clear sentence if it cannot be used. */
export function readConfiguration(
  given: unknown,
): { readonly configuration: DebugConfiguration } | { readonly problem: Message } {
  const parsed = v.safeParse(DebugConfiguration, given);
  if (parsed.success) return { configuration: parsed.output };
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  const text = issue.message.replace(/\.$/, '');
  const problem = path === null ? text : `${path}: ${text}`;
  return { problem: invalidDebugConfiguration({ problem }) };
}

/** Scripts of ours, and those without a name that the hardened language makes. */
const runtimeScripts = [RUNTIME_URL, SES_URL, TURN_URL, '**/dist/sandbox/*.js'];

/** Evaluated in the process, outside every compartment: a cell is shown as what it holds. */
const showCell = `function (shown) { const held = globalThis.${PEEK_KEY}?.(this); return held === undefined ? shown : held.text; }`;
const unfoldCell = `function () { const held = globalThis.${PEEK_KEY}?.(this); return held === undefined ? this : held.value; }`;

/** The configuration of the built-in JavaScript debugger for one process. */
export function attachConfiguration(
  { justMyPattern }: Pick<DebugConfiguration, 'justMyPattern'>,
  target: { readonly name: string; readonly address: string },
): { readonly type: string; readonly request: string; readonly name: string } & Readonly<
  Record<string, unknown>
> {
  return {
    type: 'pwa-node',
    request: 'attach',
    name: target.name,
    websocketAddress: target.address,
    // Else a breakpoint of a module that runs at once is set too late.
    pauseForSourceMap: true,
    resolveSourceMapLocations: null,
    outFiles: [],
    autoAttachChildProcesses: false,
    attachExistingChildren: false,
    restart: false,
    smartStep: true,
    customDescriptionGenerator: showCell,
    customPropertiesGenerator: unfoldCell,
    skipFiles: ['<node_internals>/**', ...(justMyPattern ? runtimeScripts : [])],
  };
}
