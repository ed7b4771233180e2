// What-ifs for a terminal: the operation as it stands beside what it would be, and the list of what is kept. Several at once:
// what-ifs-text.ts.

import { count, moment, percent } from '../app/figures.ts';
import type { KeptWhatIf } from '../app/what-if/kept.ts';
import type { WhatIfPlan } from '../app/what-if/futures.ts';
import type { WhatIfReport } from '../app/what-if/try.ts';
import { linkOf } from '../domain/plan/change-link.ts';
import { COMPARED, type ComparedFigure } from '../domain/plan/compared.ts';
import { differenceText, TITLES, valueText } from './compared-figures.ts';
import type { Ink } from './ink.ts';
import { table } from './table.ts';

export function whatIfText({ operation, asOf, changes, before, after, recipients }: WhatIfReport, ink: Ink): string {
  const figures = table(
    [
      { title: '', cell: ({ name }: ComparedFigure) => TITLES[name] },
      { title: 'as it stands', cell: (figure) => valueText(figure, before), right: true },
      { title: 'what if', cell: (figure) => valueText(figure, after), right: true },
      { title: 'difference', cell: (figure) => `${differenceText(figure, before, after)}${figure.measure.endsWith('share') ? ' points' : ''}`, right: true },
    ],
    COMPARED,
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
  return [`${ink.heading(`What if? ${operation}`)}, as of ${moment(asOf)}: ${linkOf(changes)}`, figures, byRecipient, `check: as it stands ${verdictOf(before)}, what if ${verdictOf(after)}`].join('\n\n');
}

export const verdictOf = ({ check }: WhatIfPlan): string => (check.ok ? 'clean' : `${check.violations.length} violations`);

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
