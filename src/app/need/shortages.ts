// Who is shortest: each area and item by days of supply, by what is missing and by share of all need; and what the next aircraft to
// land at the hub changes, shared as the standing plan shares it, or by earmarks where no plan is at hand.

import { liesIn } from '../../domain/areas.ts';
import type { AreaCode, RecipientId } from '../../domain/ids.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { expectedArrival, type ConsignmentOnRecord } from '../../domain/register.ts';
import { latest, plusMinutes } from '../../domain/time.ts';
import { netNeeds } from '../plan/needs.ts';
import type { Situation } from '../plan/situation.ts';
import { mayHave } from '../plan/supplies.ts';
import type { Demand } from './demand.ts';
import type { AreaNeed, NextFlight, ShortageRow, Shortages } from './shape.ts';
import { UNMET_DAYS } from './supply.ts';

export function shortagesIn(now: Situation, rows: readonly AreaNeed[], demand: readonly Demand[], plan: PlanProposed | null): Shortages {
  return { days: UNMET_DAYS.value, rows: rankedRows(rows), nextFlight: nextFlightOf(now, rows, demand, plan) };
}

function rankedRows(rows: readonly AreaNeed[]): ShortageRow[] {
  return [...Map.groupBy(rows, ({ item }) => item).values()].flatMap((ofItem) => {
    const all = ofItem.reduce((sum, { within, perDay }) => (within === null ? sum + (perDay?.central ?? 0) : sum), 0);
    const share = ({ perDay }: AreaNeed): number | null => (perDay === null || all <= 0 ? null : perDay.central / all);
    const byDays = rankBy(ofItem, ({ daysOfSupply }) => daysOfSupply);
    const byUnmet = rankBy(ofItem, ({ unmet }) => (unmet === null ? null : -unmet.central));
    const byShare = rankBy(ofItem, (row) => negative(share(row)));
    return ofItem.map((row): ShortageRow => ({
      area: row.area,
      recipient: row.recipient,
      item: row.item,
      daysOfSupply: row.daysOfSupplyBand,
      unmet: row.unmet === null ? null : { low: row.unmet.low, central: row.unmet.central, high: row.unmet.high },
      shareOfNeed: share(row),
      rank: { daysOfSupply: byDays(row), unmet: byUnmet(row), shareOfNeed: byShare(row) },
    }));
  });
}

const negative = (n: number | null): number | null => (n === null ? null : -n);

/** 1 for the least; those alike have the same; null where the figure is unknown. */
function rankBy(rows: readonly AreaNeed[], of: (row: AreaNeed) => number | null): (row: AreaNeed) => number | null {
  const known = rows.flatMap((row) => of(row) ?? []);
  return (row) => {
    const own = of(row);
    return own === null ? null : 1 + known.filter((other) => other < own).length;
  };
}

/** Goods of one item for one recipient. */
interface Given {
  readonly recipient: RecipientId;
  readonly item: string;
  readonly units: number;
}

function nextFlightOf(now: Situation, rows: readonly AreaNeed[], demand: readonly Demand[], plan: PlanProposed | null): NextFlight | null {
  const next = [...now.known.consignments.values()]
    .filter(({ announced, arrivedAt, lots }) => arrivedAt === null && lots.length > 0 && now.known.places.get(announced.to)?.role === 'hub')
    .map((consignment) => ({ consignment, arrives: latest(expectedArrival(consignment), now.asOf) }))
    .toSorted((a, b) => (a.arrives < b.arrives ? -1 : a.arrives > b.arrives ? 1 : 0))[0];
  if (next === undefined) return null;
  const { announced, lots } = next.consignment;
  const given = plan === null ? byEarmarks(now, next.consignment, demand) : byPlan(now, next.consignment, plan);
  const load = [...Map.groupBy(lots, ({ item }) => item)].map(([item, all]) => ({ item, units: all.reduce((sum, { units }) => sum + units, 0) }));
  return { consignment: announced.consignment, run: announced.run ?? null, arrives: next.arrives, load, sharedBy: plan === null ? 'earmarks' : 'plan', plan: plan?.plan ?? null, areas: relieved(now, rows, given) };
}

/** What the plan's lines bring of these lots within the days that the missing units are reckoned over. */
function byPlan(now: Situation, { lots }: ConsignmentOnRecord, plan: PlanProposed): Given[] {
  const own = new Set<string>(lots.map(({ lot }) => lot));
  const until = plusMinutes(now.asOf, UNMET_DAYS.value * 24 * 60);
  return plan.lines.filter(({ lot, arrives }) => own.has(lot) && arrives < until).map(({ recipient, item, units }) => ({ recipient, item, units }));
}

/** Each lot by the net need of those who may have it, in whole units, and no more than that need. */
function byEarmarks(now: Situation, { lots }: ConsignmentOnRecord, demand: readonly Demand[]): Given[] {
  const needs = netNeeds(now, demand);
  return lots.flatMap((lot) => {
    const able = new Set<string>(mayHave(now.known, lot));
    const asking = [...Map.groupBy(needs.filter(({ recipient, item }) => item === lot.item && able.has(recipient)), ({ recipient }) => recipient)].map(([recipient, own]) => ({ recipient, units: own.reduce((sum, { units }) => sum + units, 0) }));
    const all = asking.reduce((sum, { units }) => sum + units, 0);
    let before = 0;
    return asking.map(({ recipient, units }): Given => {
      // Rounded along the sum, so that no unit of the lot is lost.
      const from = Math.round((lot.units * before) / all);
      before += units;
      return { recipient, item: lot.item, units: Math.min(units, Math.round((lot.units * before) / all) - from) };
    });
  });
}

function relieved(now: Situation, rows: readonly AreaNeed[], given: readonly Given[]): NextFlight['areas'] {
  const areaOf = (recipient: RecipientId): AreaCode | null => now.known.recipients.get(recipient)?.area ?? null;
  return rows.flatMap((row) => {
    const here = (recipient: RecipientId): boolean => {
      const area = areaOf(recipient);
      return row.recipient === null ? area !== null && liesIn(area, row.area as AreaCode) : row.recipient === recipient;
    };
    const units = given.reduce((sum, it) => (it.item === row.item && here(it.recipient) ? sum + it.units : sum), 0);
    return row.unmet === null || units === 0 ? [] : [{ area: row.area, item: row.item, units, unmetBefore: row.unmet.central, unmetAfter: Math.max(0, row.unmet.central - units) }];
  });
}
