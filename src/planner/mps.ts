// Writes a model as MPS, for solvers other than ours. Free format, said so on the first line, because cbc takes a file without
// that word for fixed columns; every bound explicit (some read an integer column without one as 0–1); numbers in the shortest text that reads back as the same double.
// Source: the MPS format as CPLEX and CBC document it.

import type { LinearModel } from './solver.ts';

const OBJECTIVE = 'OBJ';

/** E, L, G, or N for a row that nothing binds; a row with two different bounds is an L with a range. */
function sense(lower: number, upper: number): 'E' | 'L' | 'G' | 'N' {
  if (lower === upper) return 'E';
  if (upper !== Infinity) return 'L';
  return lower === -Infinity ? 'N' : 'G';
}

/** The text in pieces of some thousand characters. Rows without bounds are left out, with their coefficients. */
export function* writeMps(model: LinearModel, name: string): Iterable<string> {
  const rows = model.rowNames.length;
  const senses = Array.from({ length: rows }, (_, row) => sense(model.rowLower[row] ?? 0, model.rowUpper[row] ?? 0));
  yield `NAME          ${name.replace(/[^A-Za-z0-9_-]/g, '-') || 'PLAN'} FREE\nROWS\n N  ${OBJECTIVE}\n`;
  yield* pieces(rows, (row) => (senses[row] === 'N' ? '' : ` ${senses[row]}  ${model.rowNames[row]}\n`));
  yield 'COLUMNS\n';
  yield* columns(model, senses);
  yield 'RHS\n';
  yield* pieces(rows, (row) => {
    const side = senses[row] === 'L' ? model.rowUpper[row] : model.rowLower[row];
    return senses[row] === 'N' || side === undefined || side === 0 ? '' : ` RHS  ${model.rowNames[row]}  ${side}\n`;
  });
  const width = (row: number): number => (senses[row] === 'L' ? (model.rowUpper[row] ?? 0) - (model.rowLower[row] ?? 0) : Infinity);
  if (senses.some((_, row) => Number.isFinite(width(row)))) yield 'RANGES\n';
  yield* pieces(rows, (row) => (Number.isFinite(width(row)) ? ` RNG  ${model.rowNames[row]}  ${width(row)}\n` : ''));
  yield 'BOUNDS\n';
  yield* pieces(model.columnNames.length, (column) => bounds(model, column));
  yield 'ENDATA\n';
}

function* columns(model: LinearModel, senses: readonly string[]): Iterable<string> {
  let marked = false;
  let markers = 0;
  const marker = (kind: 'INTORG' | 'INTEND'): string => ` M${(markers += 1)}  'MARKER'  '${kind}'\n`;
  for (const [column, name] of model.columnNames.entries()) {
    let text = '';
    const integer = model.integer[column] === 1;
    if (integer !== marked) text += marker(integer ? 'INTORG' : 'INTEND');
    marked = integer;
    const from = model.starts[column] ?? 0;
    const to = model.starts[column + 1] ?? from;
    const cost = model.cost[column] ?? 0;
    // A column without any coefficient still has to be named once, or its bounds would be of nothing.
    if (cost !== 0 || from === to) text += ` ${name}  ${OBJECTIVE}  ${cost}\n`;
    for (let at = from; at < to; at += 1) {
      const row = model.rows[at] ?? 0;
      if (senses[row] !== 'N') text += ` ${name}  ${model.rowNames[row]}  ${model.values[at]}\n`;
    }
    yield text;
  }
  if (marked) yield marker('INTEND');
}

function bounds(model: LinearModel, column: number): string {
  const name = model.columnNames[column];
  const lower = model.columnLower[column] ?? 0;
  const upper = model.columnUpper[column] ?? Infinity;
  if (lower === upper) return ` FX BND  ${name}  ${lower}\n`;
  const low = lower === -Infinity ? ` MI BND  ${name}\n` : ` LO BND  ${name}  ${lower}\n`;
  return low + (upper === Infinity ? ` PL BND  ${name}\n` : ` UP BND  ${name}  ${upper}\n`);
}

/** Joins the texts of 0 … count − 1 into pieces that are worth a write. */
function* pieces(count: number, text: (index: number) => string): Iterable<string> {
  let piece = '';
  for (let index = 0; index < count; index += 1) {
    piece += text(index);
    if (piece.length > 16_000) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
