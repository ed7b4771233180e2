// What-ifs for a terminal: the operation as it stands beside what it would be, and the list of what is kept.

import { count, decimal, moment, percent } from '../app/figures.ts';
import type { KeptWhatIf } from '../app/what-if/kept.ts';
import type { WhatIfPlan } from '../app/what-if/futures.ts';
import type { WhatIfReport } from '../app/what-if/try.ts';
import { linkOf } from '../domain/plan/change-link.ts';
import type { Ink } from './ink.ts';
import { table } from './table.ts';

interface Figure {
  readonly name: string;
  readonly of: (plan: WhatIfPlan) => number | null;
  readonly write: (value: number) => string;
  /** Of a share: in points. */
  readonly difference?: (value: number) => string;
}

const points = (share: number): string => `${decimal(share * 100)} points`;
const FIGURES: readonly Figure[] = [
  { name: 'cartons handed over', of: ({ cartons }) => cartons, write: count },
  { name: 'mean cover', of: ({ coverage }) => coverage.mean, write: percent, difference: points },
  { name: 'middle hour, h', of: ({ hours }) => hours.median, write: decimal },
  { name: 'cost, €', of: ({ cost }) => cost, write: count },
  { name: 'CO₂, kg', of: ({ co2Kg }) => co2Kg, write: count },
  { name: 'objective, €', of: ({ objective }) => objective, write: count },
  { name: 'gap', of: ({ gap }) => gap, write: (gap) => `${(gap * 100).toFixed(2)}%`, difference: (gap) => `${(gap * 100).toFixed(2)} points` },
];

export function whatIfText({ operation, asOf, changes, before, after, recipients }: WhatIfReport, ink: Ink): string {
  const told = (plan: WhatIfPlan) => ({ of, write }: Figure): string => { const value = of(plan); return value === null ? '–' : write(value); };
  const figures = table(
    [
      { title: '', cell: ({ name }: Figure) => name },
      { title: 'as it stands', cell: told(before), right: true },
      { title: 'what if', cell: told(after), right: true },
      { title: 'difference', cell: differenceOf(before, after), right: true },
    ],
    FIGURES,
  );
  type Got = WhatIfReport['recipients'][number];
  const share = (cover: number | null): string => (cover === null ? '–' : percent(cover));
  const byRecipient = table(
    [
      { title: 'recipient', cell: ({ recipient }: Got) => recipient },
      { title: 'cartons', cell: (it) => `${count(it.before.cartons)} → ${count(it.after.cartons)}`, right: true },
      { title: 'cover', cell: (it) => `${share(it.before.cover)} → ${share(it.after.cover)}`, right: true },
    ],
    recipients,
  );
  const verdict = (plan: WhatIfPlan): string => (plan.check.ok ? 'clean' : `${plan.check.violations.length} violations`);
  return [`${ink.heading(`What if? ${operation}`)}, as of ${moment(asOf)}: ${linkOf(changes)}`, figures, byRecipient, `check: as it stands ${verdict(before)}, what if ${verdict(after)}`].join('\n\n');
}

const differenceOf = (before: WhatIfPlan, after: WhatIfPlan) => ({ of, write, difference = write }: Figure): string => {
  const [was, is] = [of(before), of(after)];
  if (was === null || is === null) return '–';
  return `${is > was ? '+' : is < was ? '−' : '±'}${difference(Math.abs(is - was))}`;
};

export function keptText(kept: readonly KeptWhatIf[]): string {
  if (kept.length === 0) return 'No what-if is kept yet. The page /hubs keeps one, as does a fact what-if.kept.';
  return table(
    [
      { title: 'name', cell: ({ name }: KeptWhatIf) => name },
      { title: 'changes', cell: ({ changes }) => linkOf(changes) },
      { title: 'as of', cell: ({ asOf }) => (asOf === null ? '–' : moment(asOf)) },
      { title: 'kept', cell: ({ at }) => moment(at) },
      { title: 'by', cell: ({ by }) => by },
    ],
    kept,
  );
}
