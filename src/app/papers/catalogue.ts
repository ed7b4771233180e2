// Every paper: of what it can be made now, and how. One row for each kind; docs/how-to/add-a-document.md says how to add one.

import type { LotAnnounced } from '../../domain/airlift/consignment.ts';
import { countryOf } from '../../domain/areas.ts';
import type { FactKind } from '../../domain/facts.ts';
import type { AreaCode, ConsignmentId, ItemCode, LotId, PlaceCode, RecipientId } from '../../domain/ids.ts';
import type { Mode } from '../../domain/places.ts';
import { airWaybill } from '../../standards/documents/air-waybill.ts';
import { cargoManifest } from '../../standards/documents/cargo-manifest.ts';
import { cim } from '../../standards/documents/cim.ts';
import { cmr } from '../../standards/documents/cmr.ts';
import { giftCertificate } from '../../standards/documents/gift-certificate.ts';
import { goodsReceivedNote } from '../../standards/documents/goods-received-note.ts';
import { lossReport } from '../../standards/documents/loss-report.ts';
import { packingList } from '../../standards/documents/packing-list.ts';
import type { Paper } from '../../standards/documents/paper.ts';
import type { Issue } from '../../standards/documents/parts.ts';
import { proformaInvoice } from '../../standards/documents/proforma-invoice.ts';
import { recallNotice } from '../../standards/documents/recall-notice.ts';
import { releaseOrder } from '../../standards/documents/release-order.ts';
import { reliefDeclaration } from '../../standards/documents/relief-declaration.ts';
import type { Shipment } from '../../standards/documents/shipment.ts';
import { waybill } from '../../standards/documents/waybill.ts';
import { recallsOf, type Holder, type Recall } from '../hub/recalls.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import { MADE_OF, aboutShipment, type About } from './basis.ts';
import type { PaperKind } from './kinds.ts';
import { lossNamed, lossOf, lossesOf } from './losses.ts';
import { receivedOf } from './receipts.ts';
import { entersUnion, reliefOf } from './relief.ts';
import { areaOfConsignee, dispatchShipment, shipmentOf, type Accounts } from './shipments.ts';
import { labelLink, orderOf } from './orders.ts';

export interface Subject {
  readonly subject: string;
  /** Whose language the paper is in. */
  readonly area: AreaCode;
}

export interface Made {
  readonly area: AreaCode;
  readonly about: About;
  readonly madeOf: readonly FactKind[];
  describe(issue: Issue): Paper;
}

interface Kind {
  /** What can be printed now. */
  subjects(now: Situation): Subject[];
  /** Null: there is nothing of that name to print. */
  make(accounts: Accounts, subject: string): Made | null;
}

const hubArea = ({ known, operation }: Situation): AreaCode => known.places.get(operation.hub)?.area ?? (operation.hub.slice(0, 2) as AreaCode);

const consignments = (now: Situation): Subject[] =>
  [...now.known.consignments.values()].flatMap(({ announced, lots }) => (lots.length === 0 ? [] : [{ subject: announced.consignment, area: now.known.places.get(announced.to)?.area ?? hubArea(now) }]));

const dispatches = (now: Situation): Subject[] =>
  [...new Map(now.known.releases.map(({ release }) => [release.dispatch as string, release.recipient])).entries()].map(([subject, recipient]) => ({ subject, area: now.known.recipients.get(recipient)?.area ?? hubArea(now) }));

/** Shipments whose way has a leg of this mode; of road and rail, such as cross a border, for within a country other notes are used. */
function goingBy(now: Situation, mode: Mode): Subject[] {
  const crosses = (from: AreaCode | undefined, to: AreaCode | undefined): boolean => mode === 'air' || from === undefined || to === undefined || countryOf(from) !== countryOf(to);
  const area = (place: string): AreaCode | undefined => now.known.places.get(place as PlaceCode)?.area;
  const inward = consignments(now).filter(({ subject }) => {
    const announced = now.known.consignments.get(subject as ConsignmentId)?.announced;
    return announced?.mode === mode && crosses(area(announced.from), area(announced.to));
  });
  const routes = new Map(now.known.releases.map(({ release }) => [release.dispatch as string, release]));
  const onward = dispatches(now).filter((it) => {
    const release = routes.get(it.subject);
    return release !== undefined && release.route.some((run) => timesOf(now.known, run)?.mode === mode) && crosses(area(release.place), it.area);
  });
  return [...inward, ...onward];
}

/** A paper of which a shipment is all that it needs. */
const ofShipment = (subjects: Kind['subjects'], draw: (issue: Issue, shipment: Shipment) => Paper): Kind => ({
  subjects,
  make: (accounts, subject) => {
    if (!subjects(accounts.now).some((it) => it.subject === subject)) return null;
    const shipment = shipmentOf(accounts, subject);
    return shipment === null ? null : { area: areaOfConsignee(shipment), about: aboutShipment(shipment), madeOf: MADE_OF.shipped, describe: (issue) => draw(issue, shipment) };
  },
});

const shipments = (now: Situation): Subject[] => [...consignments(now), ...dispatches(now)];

export const PAPERS: Readonly<Record<PaperKind, Kind>> = {
  'packing-list': ofShipment(shipments, packingList),
  'cargo-manifest': ofShipment(consignments, cargoManifest),
  'gift-certificate': ofShipment(shipments, giftCertificate),
  'proforma-invoice': ofShipment(shipments, proformaInvoice),
  'air-waybill': ofShipment((now) => goingBy(now, 'air'), airWaybill),
  cmr: ofShipment((now) => goingBy(now, 'road'), cmr),
  cim: ofShipment((now) => goingBy(now, 'rail'), cim),
  'relief-declaration': {
    subjects: (now) => consignments(now).filter(({ subject }) => { const it = now.known.consignments.get(subject as ConsignmentId); return it !== undefined && entersUnion(now, it); }),
    make: (accounts, subject) => {
      const onRecord = accounts.now.known.consignments.get(subject as ConsignmentId);
      const shipment = onRecord === undefined || !entersUnion(accounts.now, onRecord) ? null : shipmentOf(accounts, subject);
      if (shipment === null) return null;
      const relief = reliefOf(accounts.now, shipment);
      const about = { ...aboutShipment(shipment), dispatches: relief.receivers.map(({ dispatch }) => dispatch) };
      return { area: areaOfConsignee(shipment), about, madeOf: MADE_OF.ordered, describe: (issue) => reliefDeclaration(issue, relief) };
    },
  },
  'goods-received-note': {
    subjects: (now) => {
      const counted = new Set(now.facts.flatMap((fact) => (fact.kind === 'goods.tallied' ? [now.known.lots.get(fact.body.lot)?.consignment as string] : [])));
      return consignments(now).filter(({ subject }) => counted.has(subject));
    },
    make: (accounts, subject) => {
      const received = receivedOf(accounts, subject);
      return received === null ? null : { area: received.place.area, about: aboutShipment(received.shipment), madeOf: MADE_OF.counted, describe: (issue) => goodsReceivedNote(issue, received) };
    },
  },
  'release-order': {
    // The hub reads it.
    subjects: (now) => dispatches(now).map(({ subject }) => ({ subject, area: hubArea(now) })),
    make: (accounts, subject) => {
      const order = orderOf(accounts, subject);
      return order === null ? null : { area: order.shipment.from.area, about: aboutShipment(order.shipment), madeOf: MADE_OF.ordered, describe: (issue) => releaseOrder(issue, order) };
    },
  },
  waybill: {
    subjects: dispatches,
    make: (accounts, subject) => {
      const shipment = dispatchShipment(accounts, subject);
      return shipment === null ? null : { area: areaOfConsignee(shipment), about: aboutShipment(shipment), madeOf: MADE_OF.shipped, describe: (issue) => waybill(issue, shipment, labelLink(accounts.now.operation.id, shipment)) };
    },
  },
  'loss-report': {
    subjects: (now) => lossesOf(now).map(({ seq }) => ({ subject: String(seq), area: hubArea(now) })),
    make: ({ now }, subject) => {
      const fact = lossNamed(now, subject);
      if (fact === undefined) return null;
      const { loss, item, replacements } = lossOf(now, fact);
      return { area: hubArea(now), about: { facts: [fact.seq, ...replacements], lots: [loss.lot], items: [item] }, madeOf: MADE_OF.lost, describe: (issue) => lossReport(issue, loss) };
    },
  },
  'recall-notice': {
    subjects: (now) => recallsOf(now).flatMap((recall) => recall.holders.map((holder) => ({ subject: `${recall.recall}:${holder.holder}`, area: areaOfHolder(now, holder) }))),
    make: ({ now }, subject) => {
      for (const recall of recallsOf(now)) for (const holder of recall.holders) if (`${recall.recall}:${holder.holder}` === subject) return noticeTo(now, recall, holder);
      return null;
    },
  },
};

const areaOfHolder = (now: Situation, { kind, holder }: Holder): AreaCode => {
  if (kind === 'recipient') return now.known.recipients.get(holder as RecipientId)?.area ?? hubArea(now);
  const recipient = kind === 'dispatch' ? now.ledger.dispatches.get(holder)?.recipient : undefined;
  return recipient === undefined ? hubArea(now) : (now.known.recipients.get(recipient as RecipientId)?.area ?? hubArea(now));
};

function noticeTo(now: Situation, recall: Recall, holder: Holder): Made {
  const lotOf = (lot: string): LotAnnounced | undefined => now.known.lots.get(lot as LotId);
  const lots = holder.lots.map(({ lot, item, state, units }) => ({ lot, name: now.known.items.get(item as ItemCode)?.name ?? item, batch: lotOf(lot)?.batch ?? null, expires: lotOf(lot)?.expires ?? null, state, units }));
  const carriers = [...now.ledger.dispatches].filter(([, { lots: own }]) => recall.lots.some((lot) => own.has(lot))).map(([dispatch]) => dispatch);
  return {
    area: areaOfHolder(now, holder),
    about: { recalls: [recall.recall], lots: recall.lots, items: holder.lots.map(({ item }) => item), dispatches: carriers, consignments: recall.lots.flatMap((lot) => lotOf(lot)?.consignment ?? []), units: holder.handlingUnits.map(({ unit }) => unit) },
    madeOf: MADE_OF.recalled,
    describe: (issue) =>
      recallNotice(issue, {
        recall: recall.recall, reason: recall.reason, authority: recall.authority, reference: recall.reference, at: recall.at, liftedAt: recall.liftedAt, holder: holder.name, lots,
        handlingUnits: holder.handlingUnits.map((unit) => ({ unit: unit.unit, type: unit.type, bin: unit.bin, within: unit.in, lot: unit.lot, units: unit.units })),
      }),
  };
}
