// OR-Library, p-median files (pmed1 … pmed40): row 1 has nodes, edges and p; each further row an edge, its two nodes and its length, the same
// both ways. Where two rows name the same two nodes, the later one holds. Not here: distances along the edges (location/paths.ts).
// Source: J. E. Beasley, OR-Library, "p-median - uncapacitated".

import { err, ok, type Result } from '../../domain/result.ts';
import { Figures, type FileFault } from './figures.ts';

export interface PmedFile {
  readonly nodes: number;
  readonly p: number;
  /** Of each edge its ends, from 0, and its length; each pair of nodes once. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly length: Float64Array;
  /** How many rows were replaced by a later one. */
  readonly replaced: number;
}

const MOST_NODES = 20_000;

export function readPmed(text: string): Result<PmedFile, readonly FileFault[]> {
  const figures = new Figures(text);
  const nodes = figures.next({ what: 'the number of nodes', whole: true, from: 1, to: MOST_NODES });
  const edges = figures.next({ what: 'the number of edges', whole: true, from: 0 });
  const p = figures.next({ what: 'p', whole: true, from: 1 });
  if (figures.faults.length > 0) return err(figures.faults);
  const lengths = new Map<number, number>();
  for (let edge = 1; edge <= edges && !figures.isHopeless; edge += 1) {
    const of = `of edge ${edge} of ${edges}`;
    const a = figures.next({ what: `the first node ${of}`, whole: true, from: 1, to: nodes });
    const b = figures.next({ what: `the second node ${of}`, whole: true, from: 1, to: nodes });
    const length = figures.next({ what: `the length ${of}`, from: 0 });
    if (a !== b && a > 0 && b > 0) lengths.set((Math.min(a, b) - 1) * nodes + Math.max(a, b) - 1, length);
  }
  figures.end(`${edges} edges`);
  if (figures.faults.length > 0) return err(figures.faults);
  const pairs = [...lengths.keys()];
  return ok({ nodes, p, from: Int32Array.from(pairs, (pair) => Math.floor(pair / nodes)), to: Int32Array.from(pairs, (pair) => pair % nodes), length: Float64Array.from(lengths.values()), replaced: edges - pairs.length });
}
