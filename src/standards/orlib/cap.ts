// OR-Library, warehouse location (cap41 … cap134, capa, capb, capc): row 1 has candidates and customers; each candidate follows with its
// capacity and what opening it costs; each customer with its demand and what it costs to serve all of it from each candidate. In the
// largest files the word `capacity` stands for a figure that the reader chooses. Without capacities the same files are read.
// Source: J. E. Beasley, OR-Library, "Warehouse location - capacitated" and "- uncapacitated".

import { err, ok, type Result } from '../../domain/result.ts';
import { Figures, type FileFault } from './figures.ts';

export interface CapFile {
  readonly candidates: number;
  readonly customers: number;
  /** For each candidate; Infinity where the file leaves it open. */
  readonly capacity: Float64Array;
  readonly fixed: Float64Array;
  /** For each customer. */
  readonly demand: Float64Array;
  /** Row by row, a row for each customer. */
  readonly cost: Float64Array;
}

const MOST = 20_000;
const MOST_CELLS = 50_000_000;

export function readCap(text: string): Result<CapFile, readonly FileFault[]> {
  const figures = new Figures(text);
  const candidates = figures.next({ what: 'the number of candidates', whole: true, from: 1, to: MOST });
  const customers = figures.next({ what: 'the number of customers', whole: true, from: 1, to: MOST });
  if (candidates * customers > MOST_CELLS) figures.fault(`the file promises ${candidates} × ${customers} costs`, `choose a file with at most ${MOST_CELLS} costs`);
  if (figures.faults.length > 0) return err(figures.faults);
  const file: CapFile = { candidates, customers, capacity: new Float64Array(candidates), fixed: new Float64Array(candidates), demand: new Float64Array(customers), cost: new Float64Array(customers * candidates) };
  for (let j = 0; j < candidates && !figures.isHopeless; j += 1) {
    file.capacity[j] = figures.next({ what: `the capacity of candidate ${j + 1}`, from: 0, orWord: 'capacity' });
    file.fixed[j] = figures.next({ what: `what opening candidate ${j + 1} costs`, from: 0 });
  }
  for (let i = 0; i < customers && !figures.isHopeless; i += 1) {
    file.demand[i] = figures.next({ what: `the demand of customer ${i + 1}`, from: 0 });
    for (let j = 0; j < candidates && !figures.isHopeless; j += 1) file.cost[i * candidates + j] = figures.next({ what: `the cost of customer ${i + 1} at candidate ${j + 1}`, from: 0 });
  }
  figures.end(`${candidates} candidates and ${customers} customers`);
  return figures.faults.length > 0 ? err(figures.faults) : ok(file);
}
