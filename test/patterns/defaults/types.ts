/** Types and constants with defaults, for a pattern in another file. */
import type { Default, Writable } from 'commonfabric';

export const GREETING = 'hello';
export interface Named {
  name?: string | Default<'nobody'>;
}
export interface Base extends Named {
  level?: Writable<number | Default<3>>;
}
export type Extra = {
  greeting?: string | Default<typeof GREETING>;
  secret?: string | Default<'hidden'>;
};
