// A choice of hubs as a person reads it: the answer with its proof, a row for each hub, and what to know of the file.

import { count, decimal } from '../app/figures.ts';
import type { HubChoice } from '../app/locate/choose-hub.ts';
import type { Ink } from './ink.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

const QUESTIONS: Readonly<Record<HubChoice['model'], string>> = {
  pmedian: 'p-median: the least sum of costs',
  pcentre: 'p-centre: the least greatest cost',
  ufl: 'without capacities: openings and service, the least sum',
  cfl: 'with capacities: openings and service, the least sum',
};

/** Up to six decimals, none that are zero. */
const figure = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 6 });

export function locateText(choice: HubChoice, seconds: number, ink: Ink): string {
  const { model, customers, candidates, p, status, objective, bound, gap, relativeGap, open, notes } = choice;
  const proof = status === 'optimal' ? `proven: no choice is below ${figure(bound)}` : `not proven: no choice is below ${figure(bound)}, a gap of ${figure(gap)} (${decimal(100 * relativeGap)}%)`;
  return [
    ink.heading(QUESTIONS[model]),
    `${count(customers)} customers, ${count(candidates)} candidates${p === null ? '' : `, ${count(p)} to open`}`,
    '',
    `objective ${ink.heading(figure(objective))}; ${proof}; ${seconds.toFixed(2)} s`,
    '',
    table(
      [
        { title: 'hub', cell: (hub) => String(hub.hub), right: true },
        { title: 'customers', cell: (hub) => count(hub.customers), right: true },
        { title: 'cost of service', cell: (hub) => figure(hub.cost), right: true },
      ],
      open.map((hub) => {
        const served = choice.assignment.filter((it) => it.hub === hub);
        return { hub, customers: served.length, cost: Number(served.reduce((sum, it) => sum + it.cost, 0).toPrecision(12)) };
      }),
    ),
    ...(notes.length === 0 ? [] : ['', ink.heading('To know'), ...notes.map(({ message, remedy }) => wrap(`${message}: ${remedy}.`, '  '))]),
  ].join('\n');
}
