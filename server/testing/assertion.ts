/** Judges the value of an assertion step and says in words why it does not hold. */
import { assertionFailed, assertionNotTrue } from '../protocol/index.ts';
import { isObject } from './plan.ts';

/** Where an assertion stands, as its record tells; untrusted. */
export interface AssertionOrigin {
  readonly module: string;
  readonly fact: number;
}

/** The builder call of an assertion's record, when it names one. */
export function originOf(value: unknown): AssertionOrigin | null {
  const at = isObject(value) && isObject(value.at) ? value.at : {};
  const { module, fact } = at;
  if (typeof module !== 'string' || typeof fact !== 'number') return null;
  return Number.isSafeInteger(fact) && fact >= 0 ? { module, fact } : null;
}

/** The source of an assertion, and each of its operands with the value that it had. */
interface AssertionRecord {
  readonly ok: boolean;
  readonly source: string;
  readonly parts: readonly { readonly src: string; readonly rendered: string }[];
}

/** Null when the assertion holds, else the reason. */
export function judge(value: unknown): string | null {
  const record = recordOf(value);
  if (record === null)
    return value === true ? null : assertionNotTrue({ value: shown(value) }).text;
  if (record.ok) return null;
  const { source, parts } = record;
  if (parts.length === 0) return assertionFailed({ source }).text;
  return [source, ...parts.map(({ src, rendered }) => `${src} = ${rendered}`)].join('\n');
}

/** Both sides of a comparison that does not hold: what it found on the left, and what it wanted. */
export function comparisonOf(value: unknown): { expected: string; actual: string } | undefined {
  const record = recordOf(value);
  if (record === null || record.ok) return undefined;
  const [, left = '', right = ''] = COMPARISON.exec(record.source) ?? [];
  const valueOf = (src: string): string | undefined =>
    record.parts.find((part) => part.src === src)?.rendered;
  const actual = valueOf(left);
  const expected = valueOf(right) ?? literal(right);
  return actual === undefined || expected === undefined ? undefined : { expected, actual };
}

/** One comparison for equality with nothing around it. */
const COMPARISON = /^([^'"`&|?]+?) ={2,3} (.+)$/s;

/** A literal as a recorded operand would be written; undefined for anything else. */
function literal(text: string): string | undefined {
  if (/^(?:-?[\d.]+n?|true|false|null|undefined)$/.test(text)) return text;
  const [, , quoted] = /^(['"`])([^'"`\\$]*)\1$/.exec(text) ?? [];
  return quoted === undefined ? undefined : JSON.stringify(quoted);
}

/** The record that `assert` leaves; older tests leave a bare boolean. */
function recordOf(value: unknown): AssertionRecord | null {
  if (!isObject(value) || typeof value.ok !== 'boolean') return null;
  const { ok, source, parts } = value;
  const list = Array.isArray(parts) ? (parts as unknown[]) : [];
  return {
    ok,
    source: typeof source === 'string' ? source : '',
    parts: list.filter(isObject).map(({ src, rendered }) => ({
      src: typeof src === 'string' ? src : '',
      rendered: typeof rendered === 'string' ? rendered : shown(rendered),
    })),
  };
}

/** Whether a value, as a run gives it, is undefined: the assertion could not be computed. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || (isObject(value) && value.$type === 'undefined');
}

function shown(value: unknown): string {
  const text = isAbsent(value) ? 'undefined' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
