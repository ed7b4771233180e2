// What the rows of a problem file say of each other: names that nothing bears, names borne twice, times in the wrong order,
// copies of a charter that are not alike. Rows that could not be read by themselves are not asked; their names count.
// Not here: whether the problem has a plan.

import { nearest } from '../../domain/nearest.ts';
import type { ObjectiveWeights } from '../../domain/operation.ts';
import { lineKey } from '../../domain/plan/line-key.ts';
import type { Instant } from '../../domain/time.ts';
import type { Row, Table } from './format.ts';
import type { ProblemFault } from './read-problem.ts';

/** By its place in the file; null: it could not be read. */
export type RowsRead<T extends Table> = readonly (Row<T> | null)[];

export type RowsByTable = { readonly [T in Table]: RowsRead<T> };

export interface FileRead {
  readonly asOf: Instant | null;
  readonly until: Instant | null;
  readonly weights: ObjectiveWeights | null;
  readonly rows: RowsByTable;
  /** As it was parsed. */
  readonly file: Readonly<Record<string, unknown>>;
}

/** Table → the field that names its rows, if each name stands there once. */
const NAMED = { items: 'item', places: 'place', recipients: 'recipient', runs: 'id', rules: 'rule' } as const;

export function disagreements(read: FileRead): ProblemFault[] {
  return [...twice(read), ...dangling(read), ...scalars(read), ...within(read), ...lots(read), ...copies(read), ...lines(read)];
}

const fault = (path: string, value: string | null, problem: string, remedy: string): ProblemFault => ({ path, value, problem, remedy });

/** Names in a table, also of rows that could not be read. */
function namesIn(file: FileRead['file'], table: Table, field: string): (string | null)[] {
  const rows = file[table];
  return Array.isArray(rows) ? rows.map((row: unknown) => { const name = (row as Readonly<Record<string, unknown>> | null)?.[field]; return typeof name === 'string' ? name : null; }) : [];
}

function twice({ file }: FileRead): ProblemFault[] {
  return Object.entries(NAMED).flatMap(([table, field]) => {
    const first = new Map<string, number>();
    return namesIn(file, table as Table, field).flatMap((name, index) => {
      if (name === null) return [];
      const before = first.get(name);
      if (before === undefined) first.set(name, index);
      return before === undefined ? [] : [fault(`${table}[${index}].${field}`, name, `${table}[${before}] has the same name`, 'leave one of the two out, or give it another name')];
    });
  });
}

/** A name that a row uses, and where it uses it. */
interface Use {
  readonly path: string;
  readonly name: string;
  readonly of: 'items' | 'places' | 'recipients' | 'runs' | 'supplies';
}

function dangling(read: FileRead): ProblemFault[] {
  const known = Object.fromEntries((['items', 'places', 'recipients', 'runs'] as const).map((table) => [table, new Set(namesIn(read.file, table, NAMED[table]))]));
  known['supplies'] = new Set(namesIn(read.file, 'supplies', 'lot'));
  const nouns = { items: 'item', places: 'place', recipients: 'recipient', runs: 'run', supplies: 'lot' } as const;
  return uses(read.rows).flatMap(({ path, name, of }) => {
    const there = known[of];
    if (there === undefined || there.has(name)) return [];
    const like = nearest(name, [...there].filter((each) => each !== null));
    return [fault(path, name, `there is no ${nouns[of]} ${name} in ${of}`, like === null ? `add it to ${of}, or name one of them` : `did you mean ${like}?`)];
  });
}

function uses(rows: FileRead['rows']): Use[] {
  const found: Use[] = [];
  const each = <T extends Table>(table: T, of: (row: Row<T>) => Readonly<Record<string, readonly [string | null, Use['of']]>>): void => {
    for (const [index, row] of rows[table].entries()) if (row !== null) for (const [field, [name, target]] of Object.entries(of(row))) if (name !== null) found.push({ path: `${table}[${index}].${field}`, name, of: target });
  };
  const list = (field: string, names: readonly string[], of: Use['of']): Record<string, readonly [string, Use['of']]> => Object.fromEntries(names.map((name, index) => [`${field}[${index}]`, [name, of] as const]));
  each('recipients', ({ place }) => ({ place: [place, 'places'] }));
  each('supplies', ({ item, place, recipients }) => ({ item: [item, 'items'], place: [place, 'places'], ...list('recipients', recipients === 'all' ? [] : recipients, 'recipients') }));
  each('needs', ({ recipient, item }) => ({ recipient: [recipient, 'recipients'], item: [item, 'items'] }));
  each('runs', ({ from, to }) => ({ from: [from, 'places'], to: [to, 'places'] }));
  // A line of 0 cartons was struck out, and may be of goods that are no more.
  each('frozen', ({ lot, recipient, route, cartons }) => (cartons === 0 ? {} : { lot: [lot, 'supplies'], recipient: [recipient, 'recipients'], ...list('route', route, 'runs') }));
  each('standing', ({ lot, recipient, route }) => ({ lot: [lot, 'supplies'], recipient: [recipient, 'recipients'], ...list('route', route, 'runs') }));
  each('forbidden', ({ run, recipient, lot }) => ({ run: [run, 'runs'], recipient: [recipient, 'recipients'], lot: [lot, 'supplies'] }));
  each('handling', ({ place }) => ({ place: [place, 'places'] }));
  return found;
}

function scalars({ asOf, until, weights }: FileRead): ProblemFault[] {
  const faults: ProblemFault[] = [];
  if (asOf !== null && until !== null && until < asOf) faults.push(fault('until', until, 'it is before asOf', 'write an instant after asOf: nothing departs later'));
  if (weights === null) return faults;
  const { segments } = weights;
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(whole - 1) > 1e-9) faults.push(fault('weights.segments', null, `the shares add up to ${whole}`, 'let them add up to 1'));
  for (const [index, { weight }] of segments.entries()) if (weight > (segments[index - 1]?.weight ?? Infinity)) faults.push(fault(`weights.segments[${index}].weight`, String(weight), 'it is more than that of the segment before', 'let weights fall: the first units count most'));
  return faults;
}

/** What one row says twice. */
function within({ rows }: FileRead): ProblemFault[] {
  const each = <T extends Table>(table: T, of: (row: Row<T>) => ProblemFault[]): ProblemFault[] => rows[table].flatMap((row, index) => (row === null ? [] : of(row).map((one) => ({ ...one, path: `${table}[${index}].${one.path}` }))));
  return [
    ...each('places', ({ opens, closes }) => ((opens === undefined) === (closes === undefined) ? [] : [fault(opens === undefined ? 'opens' : 'closes', null, 'a place that opens also closes', 'give both times, or neither for always open')])),
    ...each('supplies', ({ recipients }) => (recipients === 'all' ? [] : repeated(recipients).map((index) => fault(`recipients[${index}]`, recipients[index] ?? null, 'it stands there twice', 'leave it out')))),
    ...each('needs', ({ from, until }) => (from < until ? [] : [fault('until', until, 'it is not after from', 'write when the due window ends')])),
    ...each('runs', ({ departsAt, arrivesAt }) => (departsAt < arrivesAt ? [] : [fault('arrivesAt', arrivesAt, 'it arrives before it leaves', 'write an instant after departsAt')])),
    ...each('rules', ({ effect, paper }) => ((effect === 'paper') === (paper !== undefined) ? [] : [fault('paper', paper ?? null, 'a paper is named exactly where the effect is paper', effect === 'paper' ? 'name the paper' : 'leave it out')])),
    ...(['rules', 'papers'] as const).flatMap((table) => each(table, ({ validFrom, validUntil }) => (validUntil === undefined || validFrom <= validUntil ? [] : [fault('validUntil', validUntil, 'it is before validFrom', 'write the last day on which it holds')]))),
  ];
}

/** Where a name stands that stood before. */
function repeated(names: readonly string[]): number[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => { const before = seen.size; return seen.add(name).size === before ? [index] : []; });
}

/** All entries of a lot are of one item, in cartons that hold as much. */
function lots({ rows: { supplies } }: FileRead): ProblemFault[] {
  const first = new Map<string, readonly [number, Row<'supplies'>]>();
  return supplies.flatMap((row, index) => {
    if (row === null) return [];
    const [before, like] = first.get(row.lot) ?? [index, row];
    first.set(row.lot, [before, like]);
    return (['item', 'unitsPerCarton'] as const).flatMap((field) => (row[field] === like[field] ? [] : [fault(`supplies[${index}].${field}`, String(row[field]), `supplies[${before}], of the same lot, has ${like[field]}`, 'give it a lot of its own, or correct one of the two')]));
  });
}

/** Copies of a charter are the same vehicle at the same price. */
function copies({ rows: { runs } }: FileRead): ProblemFault[] {
  const first = new Map<string, readonly [number, string]>();
  return runs.flatMap((row, index) => {
    if (row === null || row.charter === null) return [];
    const vehicle = JSON.stringify({ ...row, id: null });
    const [before, like] = first.get(row.charter.id) ?? [index, vehicle];
    first.set(row.charter.id, [before, like]);
    return vehicle === like ? [] : [fault(`runs[${index}].charter.id`, row.charter.id, `runs[${before}] is a copy of the same charter, and differs in more than its id`, 'make them alike, or give this one a charter of its own')];
  });
}

function lines({ rows: { frozen, standing } }: FileRead): ProblemFault[] {
  const bound = new Map(frozen.flatMap((row, index) => (row === null ? [] : [[lineKey(row), `frozen[${index}]`]])));
  return standing.flatMap((row, index) => {
    if (row === null) return [];
    const other = bound.get(lineKey(row));
    bound.set(lineKey(row), `standing[${index}]`);
    return other === undefined ? [] : [fault(`standing[${index}]`, null, `${other} has the same lot, recipient and route`, 'leave one of the two out')];
  });
}
