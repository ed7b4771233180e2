// What an operation has brought about, counted in pieces: for each item what landed and what was delivered, of what was promised. The
// figures are the ledger's own; beside each stands how much of it was promised to, or delivered in, which destination.

import type { LocalDate } from '../../domain/time.ts';
import { pledgeKey } from '../../domain/register.ts';
import { partition } from '../../ledger/partition.ts';
import type { Indicator, Measured, Outputs } from '../../standards/iati/activity.ts';
import { itemName } from '../reports/pipeline.ts';
import type { Situation } from '../plan/situation.ts';
import { areaOf, countryIn } from './destinations.ts';
import type { Flow } from './flows.ts';

/** Null where nothing was ever promised. */
export function outputsOf(now: Situation, flows: readonly Flow[], dates: Pick<Outputs, 'baseline' | 'period'>): Outputs | null {
  const items = Map.groupBy(partition(now.ledger), ({ item }) => item);
  if (items.size === 0) return null;
  const indicators = [...items].flatMap(([item, rows]): Indicator[] => {
    const sum = (figure: 'promised' | 'everLanded' | 'everDelivered'): number => rows.reduce((all, row) => all + row[figure], 0);
    const name = itemName(now, item);
    const promised = rows.map((row) => ({ to: now.known.pledges.get(pledgeKey(row.pledge, item))?.scope ?? '', units: row.promised }));
    const delivered = flows.filter((flow) => flow.kind === 'delivery' && flow.item === item).map((flow) => { const area = areaOf(now, flow); return { to: area === null ? '' : (countryIn(area) ?? area), units: flow.units }; });
    const targets = byDestination(sum('promised'), promised);
    const counted = `Counted in single pieces of the item ${item}. Target: promised, amendments and withdrawals taken into account.`;
    return [
      { title: `${name}: landed`, description: `${counted} Actual: landed at the hub, or where a consignment went past it.`, targets, actuals: [{ units: sum('everLanded'), destination: null }] },
      { title: `${name}: delivered to receivers`, description: `${counted} Actual: counted by the receivers.`, targets, actuals: byDestination(sum('everDelivered'), delivered) },
    ];
  });
  return { title: 'Goods landed and delivered', description: 'Pieces, by item. Different items are never added.', ...dates, indicators };
}

/** All of it first, then its parts, which add up to it. */
function byDestination(all: number, parts: readonly { readonly to: string; readonly units: number }[]): Measured[] {
  const places = Map.groupBy(parts.filter(({ units, to }) => units !== 0 && to !== ''), ({ to }) => to);
  return [{ units: all, destination: null }, ...[...places].map(([destination, own]) => ({ units: own.reduce((sum, { units }) => sum + units, 0), destination })).toSorted((a, b) => (a.destination < b.destination ? -1 : 1))];
}

/** The same day where the second is earlier. */
export const notBefore = (first: LocalDate, second: LocalDate): LocalDate => (second < first ? first : second);
