// Is a promise being kept? The verdict with its reason, out of the ledger's row and the plan that stands.

import type { PlanProposed } from '../../domain/plan/plan.ts';
import { readyAt } from '../../domain/places.ts';
import { phrase, type Moment, type Phrase, type PhraseOf } from '../../domain/phrase.ts';
import type { PromiseVerdict, Verdict } from '../../domain/promise/promise.ts';
import { expectedArrival, pledgeKey } from '../../domain/register.ts';
import { endOfDay, latest, type Instant } from '../../domain/time.ts';
import { rowKey } from '../../ledger/ledger.ts';
import type { PartitionRow } from '../../ledger/partition.ts';
import { overflows } from '../plan/overflow.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';

/** How and by when what is not yet delivered gets there. */
interface Outlook {
  /** Units that a plan, the road or a direct consignment will deliver. */
  readonly units: number;
  readonly last: Instant | null;
  /** Of them, what has arrived without touching the hub, and nobody has receipted. */
  readonly arrived: number;
  /** Consignments whose planned arrival has passed without an arrival. */
  readonly late: readonly string[];
}

export function verdictOf(now: Situation, row: PartitionRow, plan: Pick<PlanProposed, 'lines'>): PromiseVerdict {
  const pledge = now.known.pledges.get(pledgeKey(row.pledge, row.item));
  const due = pledge?.due === null || pledge?.due === undefined ? null : { day: pledge.due, at: endOfDay(pledge.due, now.operation.zone) };
  const missing = row.promised - row.delivered;
  const said = (verdict: Verdict, expectedBy: Instant | null, because: Phrase): PromiseVerdict => ({ verdict, expectedBy, why: say(because, english), because: [because] });
  const onClock = (at: Instant): Moment => ({ at, zone: now.operation.zone });

  // Promised again after that, it stands again.
  if (now.ledger.pledges.get(rowKey(row.pledge, row.item))?.withdrawn === true && pledge !== undefined && pledge.withdrawnAt !== null) {
    return said('broken', null, phrase('promise.withdrawn', { at: onClock(pledge.withdrawnAt), units: Math.max(0, pledge.units - row.promised), shipped: row.promised }));
  }
  if (missing <= 0) return said('kept', null, phrase('promise.delivered', { units: row.promised }));
  if (due !== null && now.asOf >= due.at) return said('broken', null, phrase('promise.overdue', { due: { day: due.day }, units: missing }));

  const outlook = outlookOf(now, row, plan);
  const { last } = outlook;
  if (outlook.late.length > 0) return said('at-risk', last, phrase('promise.late', { consignments: outlook.late }));
  if (missing > outlook.units) return said('at-risk', null, phrase('promise.not-planned', { units: missing - outlook.units, reasons: hindered(now, row) }));
  if (due !== null && last !== null && last > due.at) return said('at-risk', last, phrase('promise.after-due', { by: onClock(last), due: { day: due.day } }));
  if (outlook.arrived === missing) return said('on-course', last, phrase('promise.arrived', { units: outlook.arrived }));
  return said('on-course', last, phrase('promise.planned', { landed: row.everLanded, promised: row.promised, by: last === null ? null : onClock(last), due: due === null ? null : { day: due.day } }));
}

/** Units of the pledge that no plan can count on, and why. */
function hindered({ known, ledger, piles }: Situation, row: PartitionRow): PhraseOf<'missing.held' | 'missing.quarantined' | 'missing.left-behind' | 'missing.overflow' | 'missing.not-consigned' | 'missing.lost'>[] {
  const own = piles.filter((pile) => pile.pledge === row.pledge && pile.item === row.item);
  const sum = (these: readonly { readonly units: number }[]): number => these.reduce((units, pile) => units + pile.units, 0);
  const behind = own.filter(({ state, lot }) => state === 'consigned' && (known.consignments.get(known.lots.get(lot as never)?.consignment ?? ('' as never))?.departedAt ?? null) !== null);
  return [
    phrase('missing.held', { units: sum(own.filter(({ state }) => state === 'held')) }),
    phrase('missing.quarantined', { units: sum(own.filter(({ state }) => state === 'quarantined')) }),
    phrase('missing.left-behind', { units: sum(behind) }),
    phrase('missing.overflow', { units: sum(overflows({ known, ledger }).flatMap(({ left }) => left).filter(({ lot }) => lot.pledge === row.pledge && lot.item === row.item)) }),
    phrase('missing.not-consigned', { units: row.outstanding }),
    phrase('missing.lost', { units: row.lost }),
  ].filter((reason) => reason.with.units > 0);
}

function outlookOf(now: Situation, row: PartitionRow, plan: Pick<PlanProposed, 'lines'>): Outlook {
  let units = 0;
  let last: Instant | null = null;
  const expect = (more: number, by: Instant): void => {
    units += more;
    last = last === null ? by : latest(last, by);
  };
  const lots = new Set([...now.known.lots.values()].filter((lot) => lot.pledge === row.pledge && lot.item === row.item).map((lot) => lot.lot as string));
  const planned = plan.lines.filter((line) => lots.has(line.lot));
  for (const line of planned) expect(line.units, line.arrives);
  const late: string[] = [];
  let arrived = 0;
  for (const pile of now.piles) {
    if (!lots.has(pile.lot)) continue;
    if (pile.state === 'allocated' || pile.state === 'onward') {
      const by = arrivalOnTheRoad(now, pile.at);
      if (by !== null) expect(pile.units, latest(by, now.asOf));
    }
    const direct = directArrival(now, pile.lot, pile.state);
    if (direct !== null && !planned.some((line) => line.lot === pile.lot)) {
      expect(pile.units, direct);
      if (pile.state === 'onward') arrived += pile.units;
    }
    if (pile.state === 'consigned' || pile.state === 'airborne') {
      const consignment = now.known.consignments.get(now.known.lots.get(pile.lot as never)?.consignment ?? ('' as never));
      if (consignment !== undefined && consignment.arrivedAt === null && expectedArrival(consignment) < now.asOf && !late.includes(consignment.announced.consignment)) late.push(consignment.announced.consignment);
    }
  }
  return { units, last, late, arrived };
}

/** When the route of a released dispatch ends; null where its route is not on record. */
function arrivalOnTheRoad(now: Situation, dispatch: string): Instant | null {
  const release = now.known.releases.find((it) => it.release.dispatch === dispatch)?.release;
  if (release === undefined) return null;
  const run = release.route.at(-1);
  const times = run === undefined ? null : timesOf(now.known, run);
  const place = now.known.places.get((times?.to ?? '') as never);
  return times === null || place === undefined ? now.asOf : readyAt(place, times.arrivesAt, times.mode);
}

/** When goods that never touch the hub are handed over where their consignment goes; null for all others. */
function directArrival(now: Situation, lot: string, state: string): Instant | null {
  if (state !== 'consigned' && state !== 'airborne' && state !== 'onward') return null;
  const consignment = now.known.consignments.get(now.known.lots.get(lot as never)?.consignment ?? ('' as never));
  const place = consignment === undefined ? undefined : now.known.places.get(consignment.announced.to);
  if (consignment === undefined || place === undefined || place.role === 'hub') return null;
  return latest(readyAt(place, consignment.arrivedAt ?? latest(expectedArrival(consignment), now.asOf)), now.asOf);
}
