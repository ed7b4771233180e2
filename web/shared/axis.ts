// Where an axis ends.

/** A round figure at or above: 1, 2, 2.5 or 5 times a power of ten. */
export function roundAbove(n: number): number {
  if (n <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(n));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= n) ?? 10) * power;
}
