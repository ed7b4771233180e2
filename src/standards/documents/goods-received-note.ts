// Goods-received note: what was counted of a consignment at the hub, against what was on its manifest, lot by lot, and every
// discrepancy with what became of it. Sent and received are two facts; the note shows both.

import type { Paper, Section } from './paper.ts';
import { goodsTable, journeyFields, paperOf, penOf, signature, type Issue, type Pen } from './parts.ts';
import type { GoodsLine, Shipment, Spot } from './shipment.ts';
import type { Instant } from '../../domain/time.ts';

export interface TalliedLot {
  readonly lot: string;
  readonly name: string;
  /** What had come off the aircraft by the carrier's word. */
  readonly manifested: number;
  readonly counted: number;
  readonly damaged: number;
  /** Landed, and neither counted nor written off yet. */
  readonly waiting: number;
  readonly held: number;
  readonly quarantined: number;
}

export interface TallyQuestion {
  readonly lot: string;
  readonly kind: 'short' | 'surplus' | 'beyond-pledge';
  readonly expected: number;
  readonly found: number;
  readonly at: Instant;
  readonly isOpen: boolean;
}

export interface ReceivedGoods {
  readonly shipment: Shipment;
  readonly place: Spot;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly ways: readonly ('count' | 'scan' | 'pallet')[];
  readonly references: readonly string[];
  readonly lots: readonly TalliedLot[];
  /** What was counted, as goods: cartons and weight of it. */
  readonly lines: readonly GoodsLine[];
  readonly questions: readonly TallyQuestion[];
}

export function goodsReceivedNote(issue: Issue, received: ReceivedGoods): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const { received: it } = words;
  return paperOf(issue, {
    title: words.titles['goods-received-note'],
    subtitle: pen.name(received.shipment.id),
    layout: 'landscape',
    toComplete: false,
    sections: [
      journeyFields(pen, received.shipment),
      {
        kind: 'fields',
        columns: 4,
        fields: [
          { label: it.first, value: pen.instant(received.firstAt) }, { label: it.last, value: pen.instant(received.lastAt) },
          { label: it.how, value: received.ways.map((way) => it.ways[way]).join(', ') }, { label: it.reference, value: pen.name(received.references.join(', ')) },
        ],
      },
      tally(pen, received.lots),
      goodsTable(pen, received.lines, ['lot', 'item', 'batch', 'expires', 'cartons', 'units', 'pallets', 'gross', 'volume']),
      questions(pen, received.questions),
      { kind: 'boxes', rows: [[{ label: it.condition, lines: [], heightMm: 18 }], [signature(words.sign.hub), signature(words.sign.carrier), signature(words.sign.customs)]] },
    ],
  });
}

/** `+200`, `−1,000`, `0`. */
const signed = (pen: Pen, n: number): string => `${n > 0 ? '+' : n < 0 ? '−' : ''}${pen.count(Math.abs(n))}`;

function tally(pen: Pen, lots: readonly TalliedLot[]): Section {
  const { received: it, goods } = pen.words;
  const figures = [it.manifested, it.counted, it.difference, it.damaged, it.waiting, it.held, it.quarantined].map((heading) => ({ heading, kind: 'figure' as const }));
  return {
    kind: 'table',
    title: it.tally,
    columns: [{ heading: goods.lot, kind: 'text' }, { heading: goods.item, kind: 'text' }, ...figures],
    rows: lots.map((lot) => ({ cells: [pen.name(lot.lot), pen.name(lot.name), pen.count(lot.manifested), pen.count(lot.counted), signed(pen, lot.counted - lot.manifested), ...[lot.damaged, lot.waiting, lot.held, lot.quarantined].map(pen.count)] })),
    empty: it.empty,
  };
}

function questions(pen: Pen, open: readonly TallyQuestion[]): Section {
  const { received: it, goods, reports } = pen.words;
  return {
    kind: 'table',
    title: it.discrepancies,
    columns: [{ heading: reports.opened, kind: 'text' }, { heading: goods.lot, kind: 'text' }, { heading: it.kind, kind: 'text' }, { heading: reports.expected, kind: 'figure' }, { heading: reports.found, kind: 'figure' }, { heading: it.state, kind: 'text' }],
    rows: open.map((question) => ({ cells: [pen.instant(question.at), pen.name(question.lot), it.kinds[question.kind], pen.count(question.expected), pen.count(question.found), question.isOpen ? it.open : it.closed] })),
    empty: it.none,
  };
}
