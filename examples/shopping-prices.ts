/** What the shopping list knows about goods: plain functions and data, shared by import. */
export interface Entry {
  name: string;
  quantity: number;
}

const cents = new Map([
  ['apples', 120],
  ['bread', 280],
  ['cheese', 450],
]);

/** The price of an entry in cents; goods without a price are free. */
export function price({ name, quantity }: Entry): number {
  return (cents.get(name) ?? 0) * quantity;
}

/** Cents as people write them. */
export function formatCents(amount: number): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}
