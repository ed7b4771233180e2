// Release order: the planner's word to the hub to let these goods go to this receiver, with the hub's answer on it. The way as
// the plan has it; goods lot by lot, so that a donor's units stay identifiable.

import type { Instant } from '../../domain/time.ts';
import type { Paper, Section } from './paper.ts';
import { goodsTable, paperOf, partyLines, penOf, reckonedNote, signature, type Issue, type Pen } from './parts.ts';
import type { Leg, Shipment } from './shipment.ts';

export interface ReleasedGoods {
  readonly shipment: Shipment;
  readonly releasedAt: Instant;
  readonly plan: string | null;
  readonly state: 'ordered' | 'verified' | 'accepted' | 'refused';
  readonly reason: string | null;
  readonly reference: string | null;
  /** The fact of the loss that it makes good, by its place in the journal. */
  readonly replaces: number | null;
}

export function releaseOrder(issue: Issue, { shipment, ...order }: ReleasedGoods): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const { release: it } = words;
  return paperOf(issue, {
    title: words.titles['release-order'],
    subtitle: pen.name(shipment.id),
    toComplete: true,
    sections: [
      {
        kind: 'fields',
        columns: 3,
        fields: [
          { label: it.order, value: pen.name(shipment.id) }, { label: words.shipment.released, value: pen.instant(order.releasedAt) }, { label: it.plan, value: pen.name(order.plan ?? '') },
          { label: it.state, value: it.states[order.state] }, { label: it.reason, value: pen.name(order.reason ?? '') }, { label: it.replaces, value: order.replaces === null ? '' : `${words.reports.seq} ${order.replaces}` },
        ],
      },
      { kind: 'boxes', rows: [[{ label: it.place, lines: [pen.spot(shipment.from)], strong: true }, { label: it.recipient, lines: [...partyLines(pen, shipment.consignee), pen.spot(shipment.to)], strong: true }]] },
      goodsTable(pen, shipment.lines, ['lot', 'item', 'batch', 'expires', 'cartons', 'units', 'pallets', 'gross']),
      ...reckonedNote(pen, shipment.lines),
      way(pen, shipment.legs),
      { kind: 'boxes', rows: [[signature(it.verify), signature(it.accept)]] },
    ],
  });
}

function way(pen: Pen, legs: readonly Leg[]): Section {
  const { release: it, shipment, modes } = pen.words;
  return {
    kind: 'table',
    title: it.legs,
    columns: [it.leg, shipment.mode, shipment.carrier, shipment.from, it.departs, shipment.to, it.arrives].map((heading) => ({ heading, kind: 'text' })),
    rows: legs.map((leg) => ({ cells: [pen.name(leg.run), modes[leg.mode], pen.name(leg.carrier), pen.name(leg.from.name), pen.instant(leg.departsAt), pen.name(leg.to.name), pen.instant(leg.arrivesAt)] })),
    empty: it.noWay,
  };
}
