/**
 * A handler that refuses: nothing fails until the event comes.
 *
 * Expect: the balance 100, and success. With `--send 'withdraw={"amount":500}'` an Error at `throw`,
 * and the balance is still 100: what a handler wrote before it threw is discarded.
 */
import { handler, NAME, pattern, UI } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Input {
  balance: number | Default<100>;
}

interface Output {
  balance: number;
  withdraw: Stream<{ amount: number }>;
}

const withdraw = handler<{ amount: number }, { balance: Writable<number> }>(
  ({ amount }, { balance }) => {
    balance.set(balance.get() - amount);
    if (balance.get() < 0) {
      throw new Error(`The account does not hold ${amount}`);
    }
  },
);

export default pattern<Input, Output>(({ balance }) => ({
  [NAME]: 'Account',
  [UI]: <p>Balance: {balance}</p>,
  balance,
  withdraw: withdraw({ balance }),
}));
