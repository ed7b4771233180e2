// What a program hands over for one need: gathered in time and late, then parted among the need's pieces, which differ in worth
// alone, so that any dealing of the one to the other is worth the same. Not here: the program (arc-program.ts).

/** Goods of a slot that are handed over for a need, the values' option counted from the block's first; and a piece that takes of them. */
interface Option {
  readonly offset: number;
  readonly slot: number;
  readonly column: number;
}
interface Part {
  readonly piece: number;
  readonly column: number;
}
interface Side {
  /** −1: nothing comes so. */
  row: number;
  readonly options: Option[];
  readonly parts: Part[];
}
/** A need: what comes in time, what comes late. */
export interface Gathered {
  /** The piece, where it has but one. */
  readonly only: number | null;
  readonly timely: Side;
  readonly late: Side;
}

/** @param flow of a column. @param give units of a piece's value, by the option counted from the block's first. */
export function handOver({ only, timely, late }: Gathered, flow: (column: number) => number, give: (piece: number, offset: number, units: number) => void): void {
  for (const { options, parts } of [timely, late]) {
    if (only !== null) for (const { offset, column } of options) give(only, offset, flow(column));
    else dealt(options.map(({ column }) => flow(column)), parts.map(({ column }) => flow(column)), (option, part, units) => give((parts[part] as Part).piece, (options[option] as Option).offset, units));
  }
}

/** Deals what there is to who takes it, in their order. */
function dealt(there: number[], takes: number[], give: (from: number, to: number, units: number) => void): void {
  for (let [from, to] = [0, 0]; from < there.length && to < takes.length; ) {
    const units = Math.min(there[from] as number, takes[to] as number);
    if (units > 0) give(from, to, units);
    there[from] = (there[from] as number) - units;
    takes[to] = (takes[to] as number) - units;
    if ((there[from] as number) <= 0) from += 1;
    else to += 1;
  }
}
