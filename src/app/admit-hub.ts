// Admission of what happens to freight at the hub and after: handling units, waybills, estimates, recalls, release orders.
// References and plausibility only; whether the units are there is the ledger's word.

import { isKind, type Fact, type FactKind } from '../domain/facts.ts';
import type { Standing } from '../domain/hub/handling-unit.ts';
import type { FactId } from '../domain/ids.ts';
import type { Register } from '../domain/register.ts';
import { readHandlingUnit } from '../standards/handling-unit.ts';
import type { IdentifierProblem } from '../standards/identifier.ts';
import { readHouseWaybill, readMasterWaybill } from '../standards/iata/waybill-number.ts';
import type { Result } from '../domain/result.ts';
import { localDateIn, writeInstant } from '../domain/time.ts';
import type { Object_, Refer } from './admit.ts';

/** What a replacement may make good. */
const LOSSES: ReadonlySet<FactKind> = new Set(['goods.short', 'goods.damaged', 'goods.lost', 'goods.seized', 'goods.recalled', 'goods.destroyed', 'dispatch.refused']);

export function checkHub(fact: Fact, known: Register, byId: ReadonlyMap<FactId, Fact>, object: Object_, refer: Refer): void {
  const stands = (field: string, { place, consignment, recipient }: Standing): void => {
    refer(field, place, known.places, 'place');
    refer(field, consignment, known.consignments, 'consignment');
    refer(field, recipient, known.recipients, 'recipient');
  };
  const readable = (field: string, value: string, read: (text: string) => Result<unknown, IdentifierProblem>): void => {
    const found = read(value);
    if (!found.ok) object(field, found.error.message, found.error.remedy, value);
  };
  if (isKind(fact, 'handling-unit.built')) {
    readable('unit', fact.body.unit, readHandlingUnit);
    stands('at', fact.body.at);
  }
  else if (isKind(fact, 'handling-unit.moved')) stands('to', fact.body.to);
  else if (isKind(fact, 'waybill.issued')) {
    readable('waybill', fact.body.waybill, fact.body.kind === 'master' ? readMasterWaybill : readHouseWaybill);
    if (fact.body.master !== undefined) readable('master', fact.body.master, readMasterWaybill);
    refer('consignment', fact.body.consignment, known.consignments, 'consignment');
    for (const lot of fact.body.lots ?? []) refer('lots', lot, known.lots, 'lot');
    const others = [...known.consignments.values()].filter(({ announced }) => announced.consignment !== fact.body.consignment);
    const twice = fact.body.kind === 'master' ? others.find(({ waybills }) => waybills.some(({ waybill, kind }) => kind === 'master' && waybill === fact.body.waybill)) : undefined;
    if (twice !== undefined) object('waybill', `${fact.body.waybill} is the waybill of consignment ${twice.announced.consignment} already`, 'read the number again; if freight was split, issue a house waybill for each part');
  } else if (isKind(fact, 'consignment.estimated')) {
    refer('consignment', fact.body.consignment, known.consignments, 'consignment');
    const { departure, arrival } = fact.body;
    if (departure !== undefined && arrival !== undefined && arrival <= departure) object('arrival', 'it arrives before it leaves', `write an instant after ${writeInstant(departure)}`, writeInstant(arrival));
  } else if (isKind(fact, 'release.refused')) {
    if (fact.body.reason === undefined) object('reason', 'a release order is refused for a reason', 'say why, such as: export authorisation missing');
  } else if (isKind(fact, 'recall.notified')) refer('recall', fact.body.recall, known.recalls, 'recall');
  else if (isKind(fact, 'dispatch.released')) {
    replacement(fact.body.replaces, byId, object);
    const expires = known.lots.get(fact.body.lot)?.expires;
    const zone = known.places.get(fact.body.place)?.zone;
    if (expires !== undefined && zone !== undefined && expires <= localDateIn(fact.occurredAt, zone)) object('lot', `lot ${fact.body.lot} expired on ${expires}`, 'release a lot that has not expired; record this one as destroyed, or correct its date', fact.body.lot);
  } else if (isKind(fact, 'lot.announced')) replacement(fact.body.replaces, byId, object);
}

function replacement(replaces: FactId | undefined, byId: ReadonlyMap<FactId, Fact>, object: Object_): void {
  if (replaces === undefined) return;
  const loss = byId.get(replaces);
  if (loss === undefined) object('replaces', 'there is no such fact', 'name the id of the loss that it makes good');
  else if (!LOSSES.has(loss.kind)) object('replaces', `fact ${loss.seq} is no loss: ${loss.kind}`, 'name the fact of the loss, seizure, refusal or shortage');
}
