// Is a promise being kept? The verdict with its reason, out of the ledger's row and the plan that stands.

import type { PlanProposed } from '../../domain/plan/plan.ts';
import { readyAt } from '../../domain/places.ts';
import { expectedArrival, pledgeKey } from '../../domain/register.ts';
import type { PromiseVerdict } from '../../domain/promise/promise.ts';
import { endOfDay, latest, type Instant } from '../../domain/time.ts';
import { rowKey } from '../../ledger/ledger.ts';
import type { PartitionRow } from '../../ledger/partition.ts';
import { overflows } from '../plan/overflow.ts';
import { timesOf, type Situation } from '../plan/situation.ts';

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

const count = (units: number): string => `${units.toLocaleString('en-GB')} ${units === 1 ? 'unit' : 'units'}`;
const minute = (at: Instant): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

export function verdictOf(now: Situation, row: PartitionRow, plan: Pick<PlanProposed, 'lines'>): PromiseVerdict {
  const pledge = now.known.pledges.get(pledgeKey(row.pledge, row.item));
  const due = pledge?.due === null || pledge?.due === undefined ? null : { date: pledge.due, at: endOfDay(pledge.due, now.operation.zone) };
  const missing = row.promised - row.delivered;

  if (now.ledger.pledges.get(rowKey(row.pledge, row.item))?.withdrawn === true) {
    const when = pledge === undefined || pledge.withdrawnAt === null ? '' : ` on ${minute(pledge.withdrawnAt)}`;
    return { verdict: 'broken', expectedBy: null, why: `The donor withdrew it${when} with units outstanding.` };
  }
  if (missing <= 0) return { verdict: 'kept', expectedBy: null, why: `All ${count(row.promised)} have been delivered.` };
  if (due !== null && now.asOf >= due.at) return { verdict: 'broken', expectedBy: null, why: `It was due on ${due.date}; ${count(missing)} have not been delivered.` };

  const outlook = outlookOf(now, row, plan);
  const { last } = outlook;
  if (outlook.late.length > 0) return { verdict: 'at-risk', expectedBy: last, why: `Consignment ${outlook.late.join(', ')} is due and has not arrived.` };
  if (missing > outlook.units) return { verdict: 'at-risk', expectedBy: null, why: `The plan does not deliver ${count(missing - outlook.units)} of it: ${whyNot(now, row)}.` };
  if (due !== null && last !== null && last > due.at) return { verdict: 'at-risk', expectedBy: last, why: `The plan delivers the last of it at ${minute(last)}, after the due date ${due.date}.` };
  return { verdict: 'on-course', expectedBy: last, why: onCourse(row, outlook, due?.date ?? null) };
}

function whyNot(now: Situation, row: PartitionRow): string {
  const reasons = [
    ...hindered(now, row).map(({ units, why }) => `${count(units)} ${why}`),
    ...(row.outstanding > 0 ? [`${count(row.outstanding)} are on no consignment yet`] : []),
    ...(row.lost > 0 ? [`${count(row.lost)} were lost and nobody has replaced them`] : []),
  ];
  return reasons.length > 0 ? reasons.join('; ') : 'recipients need no more in time, or departures can take no more';
}

function onCourse(row: PartitionRow, { arrived, last }: Outlook, due: string | null): string {
  if (arrived === row.promised - row.delivered) return `${count(arrived)} have arrived where they were sent; their receipt has not been reported yet.`;
  const landed = row.everLanded > 0 ? `${count(row.everLanded)} of ${count(row.promised)} have landed; the plan delivers the rest` : 'Nothing has landed yet; the plan delivers it';
  return `${landed}${last === null ? '' : ` by ${minute(last)}`}${due === null ? '; no due date was named' : `, before the due date ${due}`}.`;
}

/** Units of the pledge that no plan can count on, and why. */
function hindered({ known, piles }: Situation, row: PartitionRow): { units: number; why: string }[] {
  const own = piles.filter((pile) => pile.pledge === row.pledge && pile.item === row.item);
  const sum = (these: readonly { readonly units: number }[]): number => these.reduce((units, pile) => units + pile.units, 0);
  const behind = own.filter(({ state, lot }) => state === 'consigned' && (known.consignments.get(known.lots.get(lot as never)?.consignment ?? ('' as never))?.departedAt ?? null) !== null);
  return [
    { units: sum(own.filter(({ state }) => state === 'held')), why: 'are held by customs' },
    { units: sum(own.filter(({ state }) => state === 'quarantined')), why: 'are in quarantine' },
    { units: sum(behind), why: 'stayed behind when their flight left' },
    { units: sum(overflows(known).flatMap(({ left }) => left).filter(({ lot }) => lot.pledge === row.pledge && lot.item === row.item)), why: 'do not fit on their flight' },
  ].filter(({ units }) => units > 0);
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
