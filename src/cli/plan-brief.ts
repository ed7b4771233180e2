// A plan at a first look: one row for each recipient and item, what stays short gathered by its reason. Every line with its
// reason stands in plan-text.ts.

import { count, moment } from '../app/figures.ts';
import type { PlanLine, PlanProposed, UnservedNeed } from '../domain/plan/plan.ts';
import type { Ink } from './ink.ts';
import { figuresText } from './plan-text.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

export function planBrief(plan: PlanProposed, ink: Ink): string {
  const parts = [figuresText(plan, ink), `${ink.heading('Who gets what, how and when')}\n${deliveries(plan.lines)}`, `${ink.heading('What stays short, and why')}\n${shortfalls(plan.unserved)}`, notes(plan.notes, ink)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  return [...Map.groupBy(all, keyOf).values()];
}
const total = (all: readonly { readonly units: number }[]): number => all.reduce((sum, { units }) => sum + units, 0);

/** The first few, and how many more. */
function few(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}

function deliveries(lines: readonly PlanLine[]): string {
  if (lines.length === 0) return 'Nobody: nothing can be sent.';
  const rows = grouped(lines, ({ recipient, item }) => `${recipient}\n${item}`).map((group) => {
    const arrivals = group.map(({ arrives }) => arrives).toSorted();
    const ways = [...new Set(group.map(({ route }) => (route.length === 0 ? 'lies there already' : route.join(' → '))))];
    return { recipient: group[0]?.recipient ?? '', item: group[0]?.item ?? '', units: total(group), cartons: group.reduce((sum, { cartons }) => sum + cartons, 0), first: arrivals[0] ?? '', last: arrivals.at(-1) ?? '', ways };
  });
  return table(
    [
      { title: 'recipient', cell: ({ recipient }) => recipient },
      { title: 'item', cell: ({ item }) => item },
      { title: 'cartons', cell: ({ cartons }) => count(cartons), right: true },
      { title: 'units', cell: ({ units }) => count(units), right: true },
      { title: 'first there', cell: ({ first }) => moment(first) },
      { title: 'last there', cell: ({ first, last }) => (last === first ? '' : moment(last)) },
      { title: 'how', cell: ({ ways }) => few(ways, 1) },
    ],
    rows,
  );
}

/** The same item for the same reason is one row; the reason is told for whoever lacks most. */
function shortfalls(unserved: readonly UnservedNeed[]): string {
  if (unserved.length === 0) return 'Nothing: every need that is known is covered.';
  const rows = grouped(unserved, ({ item, why }) => `${item}\n${why.split(':')[0] ?? ''}`)
    .map((group) => group.toSorted((a, b) => b.units - a.units))
    .toSorted((a, b) => total(b) - total(a));
  return table(
    [
      { title: 'item', cell: (group) => group[0]?.item ?? '' },
      { title: 'units short', cell: (group) => count(total(group)), right: true },
      { title: 'whom it fails', cell: (group) => few([...new Set(group.map(({ recipient }) => recipient))], 8) },
    ],
    rows,
    (group) => group[0]?.why ?? null,
  );
}

function notes(all: readonly string[], ink: Ink): string {
  return all.length === 0 ? '' : `${ink.heading('To know besides')}\n${all.map((note) => wrap(note, '  ')).join('\n')}`;
}
