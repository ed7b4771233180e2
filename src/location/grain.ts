// The grain of an objective: where all costs are whole numbers, or whole hundredths, so are all objectives, and a bound that is less
// than one grain below a solution proves it.

const FINEST = 6;

/** @returns 1, 0.1, … 0.000001 where every finite figure is a multiple of it; 0 where none of these fits. */
export function grainOf(tables: readonly Float64Array[]): number {
  let places = 0;
  for (const table of tables) {
    for (const figure of table) {
      if (!Number.isFinite(figure)) continue;
      while (!isWhole(figure * 10 ** places)) {
        places += 1;
        if (places > FINEST) return 0;
      }
    }
  }
  return 10 ** -places;
}

const isWhole = (figure: number): boolean => Math.abs(figure - Math.round(figure)) <= 1e-9 * Math.max(1, Math.abs(figure));
