// A consignment or a dispatch out of the ledger as what papers are about: parties, legs, goods as they were loaded. Before it
// leaves, what is announced or released; afterwards what the ledger says that left.

import type { LotAnnounced } from '../../domain/airlift/consignment.ts';
import { cartonVolume, cartonsFor } from '../../domain/catalogue.ts';
import type { ConsignmentId, LotId, PlaceCode, RecipientId } from '../../domain/ids.ts';
import { speaksOf, type Recipient } from '../../domain/places.ts';
import { pledgeKey, type ConsignmentOnRecord } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import { localDateIn } from '../../domain/time.ts';
import { cubicCm, grams } from '../../domain/units.ts';
import { fold, type Folded } from '../../ledger/apply.ts';
import type { GoodsLine, Leg, Party, Shipment, Spot } from '../../standards/documents/shipment.ts';
import { vehicleOf } from '../onward/board.ts';
import { itemOf, perCarton } from '../plan/overflow.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import { unitsIn } from './handling-units.ts';

/** A situation with what each of its facts moved. */
export interface Accounts {
  readonly now: Situation;
  readonly moves: Folded['transfers'];
}

export const accountsOf = (now: Situation): Accounts => ({ now, moves: fold(now.facts).transfers });

export function spotOf({ known }: Situation, code: string): Spot {
  const place = known.places.get(code as PlaceCode);
  return { place: code, iata: place?.iata ?? null, name: place?.name ?? code, area: place?.area ?? (code.slice(0, 2) as Spot['area']) };
}

/** Units of each lot that facts of this kind about this subject took from one state to another. */
function moved({ now, moves }: Accounts, kind: 'consignment.departed' | 'dispatch.departed', subject: string): Map<string, number> {
  const units = new Map<string, number>();
  for (const fact of now.facts) {
    if (fact.kind !== kind) continue;
    const body = fact.body as { readonly consignment?: string; readonly dispatch?: string };
    if ((kind === 'consignment.departed' ? body.consignment : body.dispatch) !== subject) continue;
    for (const { from, units: count } of moves.get(fact.seq) ?? []) units.set(from.lot, (units.get(from.lot) ?? 0) + count);
  }
  return units;
}

/** Goods of a lot; weight and volume by share of what was declared, else by the item list. */
export function goodsLine({ known }: Situation, lot: LotAnnounced, units: number): GoodsLine {
  const item = itemOf(known, lot);
  const each = perCarton(known, lot);
  const cartons = cartonsFor(units, each);
  const share = units / lot.units;
  const pledge = known.pledges.get(pledgeKey(lot.pledge, lot.item));
  const earmark = lot.earmark === undefined ? undefined : known.earmarks.get(lot.earmark);
  const bound = earmark === undefined ? [] : [...earmark.areas, ...earmark.recipients.flatMap((recipient) => known.recipients.get(recipient)?.area ?? [])];
  return {
    lot: lot.lot,
    item: lot.item,
    name: item.name,
    cnCode: item.cnCode ?? null,
    batch: lot.batch ?? null,
    expires: lot.expires ?? null,
    temperature: item.temperature,
    units,
    perCarton: each,
    cartons,
    pallets: Math.ceil(cartons / item.cartonsPerPallet),
    gross: grams(lot.gross === undefined ? cartons * item.cartonGrams : Math.round(lot.gross * share)),
    volume: cubicCm(lot.volume === undefined ? cartons * cartonVolume(item) : Math.round(lot.volume * share)),
    declared: lot.gross !== undefined && lot.volume !== undefined,
    valueCents: item.valueCents ?? null,
    pledge: lot.pledge,
    donor: pledge?.donor ?? '',
    boundFor: bound.length > 0 ? bound : pledge === undefined ? [] : [pledge.scope],
  };
}

export function consignmentShipment(accounts: Accounts, onRecord: ConsignmentOnRecord): Shipment {
  const { now } = accounts;
  const { announced, lots, departedAt, arrivedAt, waybills } = onRecord;
  const [from, to] = [spotOf(now, announced.from), spotOf(now, announced.to)];
  const flown = departedAt === null ? null : moved(accounts, 'consignment.departed', announced.consignment);
  const loaded = lots.flatMap((lot) => lineOf(now, lot, flown === null ? lot.units : (flown.get(lot.lot) ?? 0)));
  const stayed = flown === null ? [] : lots.flatMap((lot) => lineOf(now, lot, lot.units - (flown.get(lot.lot) ?? 0)));
  const leg: Leg = { run: announced.run ?? announced.consignment, mode: announced.mode, carrier: announced.carrier, from, to, departsAt: announced.plannedDeparture, arrivesAt: announced.plannedArrival };
  return {
    kind: 'consignment',
    id: announced.consignment,
    senders: [...new Set(loaded.map(({ donor }) => donor))].map((name): Party => ({ name, area: null })),
    consignee: consigneeAt(now, to),
    from,
    to,
    legs: [leg],
    aircraft: announced.aircraft ?? null,
    capacity: { payload: announced.payload ?? null, volume: announced.volume ?? null },
    departedAt,
    arrivedAt,
    lines: loaded,
    stayed,
    handlingUnits: unitsIn(now, 'consignment', announced.consignment),
    waybills: waybillsOf(announced.waybill, waybills, loaded),
    papersHeld: papersFor(now, loaded, from, to, departedAt ?? announced.plannedDeparture),
  };
}

const lineOf = (now: Situation, lot: LotAnnounced, units: number): GoodsLine[] => (units <= 0 ? [] : [goodsLine(now, lot, units)]);

const partyOf = ({ recipient, name, area, address, eori }: Recipient): Party => ({ recipient, name, area, address, eori });

/** At the hub, the hub; elsewhere whoever takes goods over there, if that is one alone. */
function consigneeAt({ known, operation }: Situation, to: Spot): Party {
  const there = to.place === operation.hub ? [] : [...known.recipients.values()].filter(({ place }) => place === to.place);
  const [only] = there;
  return there.length === 1 && only !== undefined ? partyOf(only) : { name: to.name, area: to.area };
}

/** Those issued; else the number that was announced, with what the ledger knows of its load. */
function waybillsOf(announced: string | undefined, issued: ConsignmentOnRecord['waybills'], lines: readonly GoodsLine[]): Shipment['waybills'] {
  if (issued.length > 0) return issued.map(({ waybill, kind, master, pieces, gross, chargeable, goods, shipper, consignee }) => ({ waybill, kind, master: master ?? null, pieces, gross, chargeable: chargeable ?? null, goods, shipper: shipper ?? null, consignee: consignee ?? null }));
  if (announced === undefined) return [];
  const sum = (of: (line: GoodsLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  return [{ waybill: announced, kind: 'master', master: null, pieces: sum(({ cartons }) => cartons), gross: grams(sum(({ gross }) => gross)), chargeable: null, goods: [...new Set(lines.map(({ name }) => name))].join(', '), shipper: null, consignee: null }];
}

/** Papers that the operation holds for these classes of goods on this border and day. */
function papersFor({ known, operation }: Situation, lines: readonly GoodsLine[], from: Spot, to: Spot, at: Shipment['departedAt']): string[] {
  if (at === null) return [];
  const on = localDateIn(at, operation.zone);
  const classes = new Set(lines.map((line) => itemOf(known, line).class));
  const held = [...known.papers.values()].filter((paper) => [...classes].some((itemClass) => speaksOf(paper, { itemClass, from: from.area, to: to.area, on })));
  return held.map(({ paper, reference }) => `${paper} ${reference}`);
}

/** Null where no release order bears that name. */
export function dispatchShipment(accounts: Accounts, dispatch: string): Shipment | null {
  const { now } = accounts;
  const releases = now.known.releases.filter(({ release }) => release.dispatch === dispatch).map(({ release }) => release);
  const [first] = releases;
  if (first === undefined) return null;
  const recipient = now.known.recipients.get(first.recipient);
  const legs = first.route.flatMap((run): Leg[] => legOf(now, run));
  const departed = departureOf(now, dispatch);
  const sent = departed === null ? null : moved(accounts, 'dispatch.departed', dispatch);
  const lots = [...Map.groupBy(releases, ({ lot }) => lot)].map(([lot, own]) => ({ lot: lotOf(now, lot), units: own.reduce((sum, { units }) => sum + units, 0) }));
  const lines = lots.flatMap(({ lot, units }) => lineOf(now, lot, sent === null ? units : (sent.get(lot.lot) ?? 0)));
  const from = spotOf(now, first.place);
  const to = spotOf(now, recipient?.place ?? first.place);
  return {
    kind: 'dispatch',
    id: dispatch,
    senders: [{ name: now.operation.name, area: from.area }],
    consignee: recipient === undefined ? { name: first.recipient, area: null } : partyOf(recipient),
    from,
    to,
    legs,
    aircraft: null,
    capacity: { payload: null, volume: null },
    departedAt: departed,
    arrivedAt: now.known.deliveries.find(({ delivery }) => delivery.dispatch === dispatch)?.at ?? null,
    lines,
    stayed: sent === null ? [] : lots.flatMap(({ lot, units }) => lineOf(now, lot, units - (sent.get(lot.lot) ?? 0))),
    handlingUnits: unitsIn(now, 'dispatch', dispatch),
    waybills: [],
    papersHeld: papersFor(now, lines, from, to, departed ?? legs[0]?.departsAt ?? now.known.releases.find(({ release }) => release.dispatch === dispatch)?.at ?? null),
  };
}

const departureOf = ({ facts }: Situation, dispatch: string): Shipment['departedAt'] => facts.find((fact) => fact.kind === 'dispatch.departed' && fact.body.dispatch === dispatch)?.occurredAt ?? null;

function lotOf({ known }: Situation, name: LotId): LotAnnounced {
  const lot = known.lots.get(name);
  invariant(lot !== undefined, `lot ${name} is released but was never announced`);
  return lot;
}

function legOf(now: Situation, run: string): Leg[] {
  const times = timesOf(now.known, run);
  const vehicle = vehicleOf(now, run);
  return times === null || vehicle === null ? [] : [{ run, mode: times.mode, carrier: vehicle.carrier, from: spotOf(now, times.from), to: spotOf(now, times.to), departsAt: times.departsAt, arrivesAt: times.arrivesAt }];
}

/** A consignment or a dispatch by its name; null: there is neither. */
export function shipmentOf(accounts: Accounts, subject: string): Shipment | null {
  const consignment = accounts.now.known.consignments.get(subject as ConsignmentId);
  return consignment === undefined ? dispatchShipment(accounts, subject) : consignmentShipment(accounts, consignment);
}

/** The area of whoever gets it: their language is the paper's. */
export const areaOfConsignee = (shipment: Shipment): Spot['area'] => shipment.consignee.area ?? shipment.to.area;

/** A receiver's or a place's name by its code. */
export const nameOf = ({ known }: Situation, code: string): string => known.recipients.get(code as RecipientId)?.name ?? known.places.get(code as PlaceCode)?.name ?? code;
