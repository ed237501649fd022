/** The helpers of broken-total.tsx. The mistake is in `unitPrice`. */
export interface Line {
  name: string;
  quantity: number;
  cents: number | null;
}

/** The total of one line, as text. */
export function lineTotal(line: Line): string {
  return `${(lineCents(line) / 100).toFixed(2)}`;
}

function lineCents(line: Line): number {
  return line.quantity * unitPrice(line);
}

function unitPrice(line: Line): number {
  if (line.cents === null) {
    throw new RangeError(`${line.name} has no price`);
  }
  return line.cents;
}
