// A status report as a person reads it: one row for each promise and item, the reason of its verdict below.

import { count, moment, percent } from '../app/figures.ts';
import type { StatusReport } from '../app/promise/status.ts';
import type { Ink } from './ink.ts';
import { table, type Column } from './table.ts';

export const VERDICTS = { kept: 'kept', 'on-course': 'on course', 'at-risk': 'at risk', broken: 'broken' } as const;

/** Nothing is a dash: the eye finds the figures. */
export const unitsOrDash = (units: number): string => (units === 0 ? '–' : count(units));

type Row = StatusReport['promises'][number];

const COLUMNS: readonly Column<Row>[] = [
  { title: 'promise', cell: ({ pledge }) => pledge },
  { title: 'item', cell: ({ item }) => item },
  { title: 'for', cell: ({ scope }) => scope },
  { title: 'promised', cell: ({ promised }) => unitsOrDash(promised), right: true },
  { title: 'surplus', cell: ({ surplus }) => unitsOrDash(surplus), right: true },
  { title: 'outstanding', cell: ({ outstanding }) => unitsOrDash(outstanding), right: true },
  { title: 'consigned', cell: ({ consigned }) => unitsOrDash(consigned), right: true },
  { title: 'in the air', cell: ({ inTheAir }) => unitsOrDash(inTheAir), right: true },
  { title: 'at hub', cell: ({ atHub }) => unitsOrDash(atHub), right: true },
  { title: 'onward', cell: ({ onward }) => unitsOrDash(onward), right: true },
  { title: 'delivered', cell: ({ delivered }) => unitsOrDash(delivered), right: true },
  { title: 'lost', cell: ({ lost }) => unitsOrDash(lost), right: true },
  { title: 'landed', cell: ({ landedShare }) => (landedShare === null ? '–' : percent(landedShare)), right: true },
  { title: 'verdict', cell: ({ verdict }) => VERDICTS[verdict] },
];
/** A column in which nobody has a unit is left out. */
const RARE = new Set(['surplus', 'consigned', 'in the air', 'onward', 'lost']);

export function statusText({ asOf, promises }: StatusReport, ink: Ink): string {
  if (promises.length === 0) return `No promise stood on ${moment(asOf)}.`;
  const columns = COLUMNS.filter(({ title, cell }) => !RARE.has(title) || promises.some((row) => cell(row) !== '–'));
  const reason = ({ verdict, why, expectedBy }: Row): string => {
    const colour = verdict === 'kept' || verdict === 'on-course' ? ink.good : ink.bad;
    return `${colour(`${VERDICTS[verdict]}:`)} ${why}${expectedBy === null ? '' : ink.quiet(` (expected by ${moment(expectedBy)})`)}`;
  };
  return `As it stood on ${moment(asOf)}, in units\n\n${table(columns, promises, reason)}`;
}
