// An operation at an instant → its IATI activity. What becomes what, and why: docs/concepts/iati.md. Corrected and late facts as they hold
// at that instant; quantities out of the ledger (flows.ts, outputs.ts), values out of the item master.

import type { Fact } from '../../domain/facts.ts';
import { expectedArrival } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest, type LocalDate } from '../../domain/time.ts';
import { partition } from '../../ledger/partition.ts';
import { DATE, ROLE, STATUS, TRANSACTION, type Activity, type Organisation, type Transaction } from '../../standards/iati/activity.ts';
import type { Failure } from '../failure.ts';
import { count, moment } from '../figures.ts';
import type { Situation } from '../plan/situation.ts';
import { donorOf, itemName } from '../reports/pipeline.ts';
import { areaOf, areasOf, destinationOf, scopeOf, wholeOf } from './destinations.ts';
import { dayOf, flowsOf, worthOf, type Flow } from './flows.ts';
import { notBefore, outputsOf } from './outputs.ts';

export type Publisher = Organisation & { readonly ref: string };

/** Who reports the operation's flows; refused where the operation does not say. */
export function publisherOf({ operation: { id, publishing } }: Situation): Result<Publisher, Failure> {
  return publishing.publisher === null
    ? err({ code: 'no-publisher', message: `the operation ${id} does not say who publishes`, remedy: 'give the settings publisher_id, an IATI organisation identifier such as BE-BCE_KBO-0123456789, and publisher_name in the sheet operation; docs/concepts/iati.md says how to get one' })
    : ok({ ref: publishing.publisher.id, name: publishing.publisher.name });
}

/** `journal`: besides the facts that hold, for the corrections that made them so. */
export function activityOf(now: Situation, journal: readonly Fact[]): Result<Activity, Failure> {
  const publisher = publisherOf(now);
  if (!publisher.ok) return publisher;
  const { operation, known } = now;
  const { publishing: { glide, emergency } } = operation;
  const flows = flowsOf(now);
  const transactions = flows.flatMap((flow) => transactionOf(now, flow, publisher.value) ?? []);
  const areas = areasOf(now, flows);
  const dates = datesOf(now);
  const hub = known.places.get(operation.hub);
  const start = dates.actualStart ?? dates.plannedStart;
  const today = dayOf(now.asOf);
  const baseline = dayOf(operation.openedAt);
  return ok({
    identifier: `${publisher.value.ref}-${operation.id}`,
    updatedAt: [...now.facts, ...journal.filter(({ kind }) => kind === 'correction.made')].reduce((last, fact) => latest(last, fact.recordedAt), operation.openedAt),
    reporting: publisher.value,
    title: emergency === null ? operation.name : `${operation.name}: ${emergency}`,
    description: `${emergency === null ? 'Gifts' : `${emergency}: gifts`} in kind, brought in by consignments and handed over to receivers, as of ${moment(now.asOf)}. Every value is the number of pieces times what customs are told that one is worth; nothing is paid.`,
    remarks: remarksOf(now, flows),
    participating: [
      ...[...new Set([...known.pledges.values()].map(({ donor }) => donor))].map((name) => ({ role: ROLE.funding, ref: null, name })),
      { role: ROLE.accountable, ...publisher.value },
      { role: ROLE.implementing, ...publisher.value },
      ...[...new Set(flows.flatMap(({ kind, recipient }) => (kind === 'delivery' ? [recipientName(now, recipient)] : [])))].map((name) => ({ role: ROLE.implementing, ref: null, name })),
    ],
    status: statusOf(now),
    dates: [
      { type: DATE.plannedStart, on: dates.plannedStart },
      ...(dates.actualStart === null ? [] : [{ type: DATE.actualStart, on: dates.actualStart }]),
      ...(dates.plannedEnd === null ? [] : [{ type: DATE.plannedEnd, on: dates.plannedEnd }]),
    ],
    scope: scopeOf(areas),
    destination: transactions.length > 0 ? null : wholeOf(areas),
    location: hub === undefined ? null : { ref: hub.place, name: hub.name, latitude: hub.latitude, longitude: hub.longitude },
    emergency: glide === null ? null : { glide, name: emergency },
    transactions,
    outputs: outputsOf(now, flows, { baseline, period: { start: baseline, end: [start, today, dates.plannedEnd ?? start].reduce(notBefore, baseline) } }),
  });
}

const TYPES = { pledge: TRANSACTION.pledge, commitment: TRANSACTION.commitment, landing: TRANSACTION.landing, delivery: TRANSACTION.delivery } as const satisfies Record<Flow['kind'], Transaction['type']>;

/** Null: the item has no value on record, and what has no value cannot be a transaction. */
function transactionOf(now: Situation, flow: Flow, publisher: Organisation): Transaction | null {
  const cents = worthOf(now, flow.item, flow.units);
  if (cents === null) return null;
  const { kind, fact, pledge, item, lot, units } = flow;
  const donor: Organisation = { ref: null, name: donorOf(now, pledge, item) };
  return {
    // An aircraft brings many lots with one fact.
    ref: fact.kind === 'consignment.arrived' ? `${fact.id}:${lot}` : fact.id,
    type: TYPES[kind],
    date: dayOf(fact.occurredAt),
    cents,
    description: `${worded(fact, units)} ${count(Math.abs(units))} pieces of ${itemName(now, item)}, pledge ${pledge}${lot === '' ? '' : `, lot ${lot}`}${reasonOf(fact)}.`,
    provider: kind === 'delivery' ? publisher : donor,
    receiver: kind === 'delivery' ? { ref: null, name: recipientName(now, flow.recipient) } : publisher,
    destination: destinationOf(areaOf(now, flow)),
    flowType: now.operation.publishing.flowType,
  };
}

function worded({ kind }: Fact, units: number): string {
  switch (kind) {
    case 'pledge.made': return 'Promised:';
    case 'pledge.amended': return units < 0 ? 'Taken off a promise:' : 'Added to a promise:';
    case 'pledge.withdrawn': return 'Withdrawn:';
    case 'lot.announced': return 'Announced on a consignment:';
    case 'consignment.arrived': return 'Landed:';
    case 'dispatch.delivered': return 'Delivered:';
    default: return 'Found beyond the list:';
  }
}

const reasonOf = ({ kind, body }: Fact): string => (kind === 'pledge.amended' || kind === 'pledge.withdrawn' ? `: ${body.reason.replace(/\.$/, '')}` : '');

const recipientName = ({ known }: Situation, recipient: string): string => known.recipients.get(recipient as never)?.name ?? recipient;

interface Dates {
  readonly plannedStart: LocalDate;
  readonly actualStart: LocalDate | null;
  readonly plannedEnd: LocalDate | null;
}

/** It starts when the first consignment leaves. It is to end with the last due day, or the last arrival that is expected. */
function datesOf({ operation, known }: Situation): Dates {
  const consignments = [...known.consignments.values()];
  const least = (days: readonly LocalDate[]): LocalDate | null => days.toSorted()[0] ?? null;
  const plannedStart = least(consignments.map(({ announced }) => dayOf(announced.plannedDeparture))) ?? dayOf(operation.openedAt);
  const end = [...[...known.pledges.values()].flatMap(({ due }) => due ?? []), ...consignments.map((it) => dayOf(expectedArrival(it)))].toSorted().at(-1) ?? null;
  return { plannedStart, actualStart: least(consignments.flatMap(({ departedAt }) => (departedAt === null ? [] : [dayOf(departedAt)]))), plannedEnd: end === null ? null : notBefore(plannedStart, end) };
}

function statusOf({ ledger, known }: Situation): Activity['status'] {
  const rows = partition(ledger);
  const isGone = ({ outstanding, consigned, inTheAir, atHub, onward }: (typeof rows)[number]): boolean => outstanding + consigned + inTheAir + atHub + onward === 0;
  if ([...known.consignments.values()].some(({ departedAt }) => departedAt !== null)) return rows.every(isGone) ? STATUS.finalisation : STATUS.implementation;
  return rows.length > 0 && rows.every(({ promised }) => promised === 0) ? STATUS.cancelled : STATUS.pipeline;
}

/** What somebody must know who reads the figures. */
function remarksOf(now: Situation, flows: readonly Flow[]): string[] {
  const { publishing } = now.operation;
  const unvalued = Map.groupBy(flows.filter(({ item }) => worthOf(now, item, 1) === null), ({ item }) => item);
  const back = now.facts.flatMap(({ kind, body }) => (kind === 'goods.returned' && body.recipient !== undefined ? [{ item: now.known.lots.get(body.lot)?.item ?? '', units: body.units }] : []));
  const beyond = partition(now.ledger).filter(({ surplus }) => surplus > 0);
  return [
    ...[...unvalued].map(([item, own]) => `${itemName(now, item)} has no value on record: ${own.length === 1 ? 'one flow of it is' : `${own.length} flows of it are`} in the results, and not among the transactions.`),
    ...[...Map.groupBy(back, ({ item }) => item)].map(([item, own]) => `${count(own.reduce((sum, { units }) => sum + units, 0))} pieces of ${itemName(now, item)} came back after their delivery; what was delivered counts them, and counts them again where they were delivered again.`),
    ...beyond.map(({ pledge, item, surplus }) => `${count(surplus)} pieces of ${itemName(now, item)} came beyond pledge ${pledge}; commitments or incoming funds exceed the pledge by them.`),
    ...(publishing.glide === null ? ['The operation names no GLIDE number, so the file names no emergency.'] : []),
  ];
}
