// Several what-ifs for a terminal: a line for each beside the operation as it stands, and below each how far it lies from that. One by
// itself, recipient by recipient: what-if-text.ts.

import { moment } from '../app/figures.ts';
import type { FutureTried, WhatIfsReport } from '../app/what-if/several.ts';
import type { WhatIfPlan } from '../app/what-if/futures.ts';
import { linkOf } from '../domain/plan/change-link.ts';
import { WEIGHED } from '../domain/plan/compared.ts';
import { differenceText, TITLES, valueText } from './compared-figures.ts';
import type { Ink } from './ink.ts';
import { withRemedy } from './refusals.ts';
import { table, type Column } from './table.ts';
import { verdictOf } from './what-if-text.ts';

interface Row {
  readonly name: string;
  readonly plan: WhatIfPlan | null;
  /** Differences to this plan, instead of the figures themselves. */
  readonly from: WhatIfPlan | null;
  readonly below: string | null;
}

export function whatIfsText({ operation, asOf, standing, futures }: WhatIfsReport, ink: Ink): string {
  const figures = WEIGHED.map((figure): Column<Row> => ({
    title: TITLES[figure.name],
    cell: ({ plan, from }) => (plan === null ? '' : from === null ? valueText(figure, plan) : differenceText(figure, from, plan)),
    right: true,
  }));
  const rows = [
    { name: 'as it stands', plan: standing, from: null, below: null },
    ...futures.flatMap((it): Row[] => {
      const below = noteOf(it);
      return it.plan === null ? [{ name: it.name, plan: null, from: null, below }] : [{ name: it.name, plan: it.plan, from: null, below: null }, { name: '', plan: it.plan, from: standing, below }];
    }),
  ];
  const compared = table([{ title: '', cell: ({ name }: Row) => name }, ...figures, { title: 'check', cell: ({ plan, from }) => (plan === null || from !== null ? '' : verdictOf(plan)) }], rows, ({ below }) => below);
  const counted = futures.length === 1 ? 'one what-if' : `${futures.length} what-ifs`;
  return `${ink.heading(`What if? ${operation}`)}, as of ${moment(asOf)}: ${counted}\n\n${compared}\n\nBelow each what-if stands the difference to the operation as it stands; of worst-off and mean cover in points.`;
}

function noteOf({ changes, keptAsOf, failure }: FutureTried): string {
  const said = failure === null ? '' : `: ${withRemedy(failure)}`;
  return `${linkOf(changes)}${said}${keptAsOf === null ? '' : ` (by itself: as of ${moment(keptAsOf)})`}`;
}
