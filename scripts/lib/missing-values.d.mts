/** Something missing in a result, and why. */
export interface Missing {
  readonly kind: 'waiting' | 'undefined' | 'views';
  readonly path: string;
  readonly cause: string;
}

export function causesOf(
  answer: {
    readonly result?: unknown;
    readonly success: boolean;
    readonly waiting?: readonly { readonly for: string }[];
    readonly diagnostics?: readonly { readonly code: string; readonly message: string }[];
  },
  text: string,
): Missing[];
