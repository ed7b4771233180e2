// The band of infections on a logarithmic axis: floor, band and the figure without a cap lie too far apart for any other. Geometry only.

export interface InfectionsDrawn {
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly floor: number;
  /** Null: there is no figure of the present day. */
  readonly band: { readonly from: number; readonly until: number } | null;
  readonly uncapped: number | null;
}

export function infectionsDrawn({ floor, low, high, uncapped }: { readonly floor: number; readonly low: number | null; readonly high: number | null; readonly uncapped: number | null }, width: number): InfectionsDrawn {
  const known = [floor, low, high, uncapped].flatMap((it) => (it === null ? [] : [Math.max(1, Math.log10(Math.max(1, it)))]));
  const [from, until] = [Math.floor(Math.min(...known)), Math.max(Math.floor(Math.min(...known)) + 1, Math.ceil(Math.max(...known)))];
  const x = (n: number): number => ((Math.min(until, Math.max(from, Math.log10(Math.max(1, n)))) - from) / (until - from)) * width;
  return {
    ticks: Array.from({ length: until - from + 1 }, (_, k) => ({ value: 10 ** (from + k), x: (k / (until - from)) * width })),
    floor: x(floor),
    band: low === null || high === null ? null : { from: x(low), until: x(high) },
    uncapped: uncapped === null ? null : x(uncapped),
  };
}
