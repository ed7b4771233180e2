// Writes a planning problem as JSON, in one form: the same problem gives the same bytes. Tables and fields in the order of
// format.ts, a row a line, what is none left out, instants in UTC. What is read back is the same problem.

import type { z } from 'zod';
import { writeInstant, type Instant } from '../../domain/time.ts';
import type { PlanningProblem } from '../problem.ts';
import { FORMAT, GROUPS, TABLE_NAMES, TABLES, VERSION, WEIGHTS, type Table } from './format.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The text in pieces, a row each. */
export function* writeProblem(problem: PlanningProblem): Iterable<string> {
  const head = { format: FORMAT, version: VERSION, asOf: writeInstant(problem.asOf), until: writeInstant(problem.until) };
  yield '{\n';
  for (const [key, value] of Object.entries(head)) yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`;
  const { segments, ...weights } = problem.weights;
  yield `  "weights": ${JSON.stringify(inOrder(WEIGHTS, { ...weights, segments: segments.map((segment) => inOrder(GROUPS['weights.segments'], { ...segment })) }))}`;
  if (problem.pallets === 'whole') yield `,\n  "pallets": "whole"`;
  for (const table of TABLE_NAMES) {
    yield `,\n  ${JSON.stringify(table)}: [`;
    let first = true;
    for (const row of rowsOf(problem, table)) {
      yield `${first ? '' : ','}\n    ${JSON.stringify(inOrder(TABLES[table], row))}`;
      first = false;
    }
    yield first ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

/** The fields of a schema, in its order, without those that are none. */
const inOrder = ({ shape }: z.ZodObject, row: Fields): Fields => Object.fromEntries(Object.keys(shape).flatMap((key) => (row[key] === null || row[key] === undefined ? [] : [[key, row[key]]])));

/** The rows of a table as they stand in a file. */
function rowsOf(problem: PlanningProblem, table: Table): Iterable<Fields> {
  switch (table) {
    case 'items':
    case 'places':
      return [...problem[table].values()];
    case 'supplies':
      return suppliesOf(problem);
    case 'needs':
      return problem.needs.map((need) => ({ ...need, from: writeInstant(need.from), until: writeInstant(need.until) }));
    case 'runs':
      return problem.runs.map(({ allotment, charter, ...run }) => ({
        ...run,
        departsAt: writeInstant(run.departsAt),
        arrivesAt: writeInstant(run.arrivesAt),
        allotment: inOrder(GROUPS['runs.allotment'], allotment),
        charter: charter === null ? null : inOrder(GROUPS['runs.charter'], charter),
      }));
    case 'handling':
      return problem.handling.map((load) => ({ ...load, at: writeInstant(load.at) }));
    default:
      return problem[table].map((row): Fields => ({ ...row }));
  }
}

function suppliesOf({ supplies, recipients }: PlanningProblem): Iterable<Fields> {
  const everybody = recipients.map(({ recipient }) => recipient).join('\n');
  const orNone = (at: Instant | null): string | null => (at === null ? null : writeInstant(at));
  return supplies.map((supply) => ({ ...supply, availableAt: writeInstant(supply.availableAt), expiresAt: orNone(supply.expiresAt), recipients: supply.recipients.join('\n') === everybody ? 'all' : supply.recipients }));
}
