/// <cts-enable />
/** Older files keep classes at module scope; they are told about it, and run. */
import { computed, pattern } from 'commontools';

// finding PB1104
class Money {
  readonly #cents: number;
  constructor(cents: number) {
    this.#cents = cents;
  }
  get text(): string {
    return `$${(this.#cents / 100).toFixed(2)}`;
  }
}

export default pattern<{ cents: number }>(({ cents }) => ({
  text: computed(() => new Money(cents).text),
}));
