// A status report as a person reads it: one row for each promise and item, the reason of its verdict below.

import { VERDICTS, count, moment, percent } from '../app/figures.ts';
import type { StatusReport } from '../app/promise/status.ts';
import type { Language } from '../words/language.ts';
import { phrase } from '../domain/phrase.ts';
import { Zone } from '../domain/time.ts';
import { say, saidOr } from '../words/say.ts';
import type { Ink } from './ink.ts';
import { table, type Column } from './table.ts';

/** Nothing is a dash: the eye finds the figures. */
export const unitsOrDash = (units: number): string => (units === 0 ? '–' : count(units));

/** The clock of the whole table. */
const UTC = Zone.parse('UTC');

/** P2 stands before P10. */
const byName = new Intl.Collator('en', { numeric: true });

type Row = StatusReport['promises'][number];

const columnsWith = (ink: Ink): readonly Column<Row>[] => [
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
  { title: 'landed', cell: ({ landedShare }) => percent(landedShare), right: true },
  { title: 'verdict', cell: ({ verdict }) => (verdict === 'kept' || verdict === 'on-course' ? ink.good : ink.bad)(VERDICTS[verdict]) },
];
/** A column in which nobody has a unit is left out. */
const RARE = new Set(['surplus', 'consigned', 'in the air', 'onward', 'lost']);

export function statusText({ asOf, promises }: StatusReport, ink: Ink, language: Language): string {
  if (promises.length === 0) return `No promise stood on ${moment(asOf)}.`;
  const columns = columnsWith(ink).filter(({ title, cell }) => !RARE.has(title) || promises.some((row) => cell(row) !== '–'));
  const reason = ({ why, because, expectedBy }: Row): string => `${saidOr(why, because, language).text}${expectedBy === null ? '' : ink.quiet(` ${say(phrase('promise.expected', { by: { at: expectedBy, zone: UTC } }), language)}`)}`;
  const rows = promises.toSorted((a, b) => byName.compare(a.pledge, b.pledge));
  return `As it stood on ${moment(asOf)}, in units\n\n${table(columns, rows, reason)}`;
}
