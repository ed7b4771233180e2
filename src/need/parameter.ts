// A figure that a method rests on, as data: value, unit, source, note. A guess says "assumption". Whoever has a better
// figure hands in their own, with their source.

export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly note: string;
}

/** Low, central and high of an estimate, in the same unit. */
export interface Band {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

export const band = (of: (end: keyof Band) => number): Band => ({ low: of('low'), central: of('central'), high: of('high') });
