/** Why a sandbox process ended, by structure: exit reason and our own tags, never message text. */

export type EndKind =
  /** The host closed it: nothing went wrong. */
  | 'closed'
  /** The caller's signal was aborted. */
  | 'cancelled'
  /** Wall-clock time of one command. */
  | 'timeout'
  /** CPU time of one command. */
  | 'cpu'
  /** Heap and buffers together. */
  | 'memory'
  /** Another terminal limit, named in `limit`. */
  | 'limit'
  /** The process died by itself or was killed from outside. */
  | 'crashed'
  /** The process sent something that is no message. */
  | 'protocol';

export interface EndReason {
  readonly kind: EndKind;
  /** Where authored code was last seen: a module and its site number. */
  readonly site?: { readonly module: string; readonly site: number };
  /** For `timeout`, `cpu`, `memory` and `limit`: its name, its value and what was used. */
  readonly limit?: { readonly name: string; readonly value: number; readonly used: number };
  /** For `crashed` and `protocol`: a short phrase such as "signal SIGKILL". */
  readonly detail?: string;
}
