// Recall notice to one holder: what of the recalled lots is on record with them, where it lies, and a slip to answer on. The
// Dutch recall of 28 March 2020 reached hospitals that had handed out 600,000 respirators: the slip asks for what was used.

import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Paper } from './paper.ts';
import { paperOf, penOf, signature, type Issue } from './parts.ts';
import type { Words } from './words/vocabulary.ts';

export interface RecallToHolder {
  readonly recall: string;
  readonly reason: string;
  readonly authority: string | null;
  readonly reference: string | null;
  readonly at: Instant;
  readonly liftedAt: Instant | null;
  readonly holder: string;
  readonly lots: readonly { readonly lot: string; readonly name: string; readonly batch: string | null; readonly expires: LocalDate | null; readonly state: keyof Words['recall']['states']; readonly units: number }[];
  readonly handlingUnits: readonly { readonly unit: string; readonly type: keyof Words['units']['types']; readonly bin: string | null; readonly within: string | null; readonly lot: string; readonly units: number }[];
}

export function recallNotice(issue: Issue, it: RecallToHolder): Paper {
  const pen = penOf(issue);
  const { recall: words, goods, units } = pen.words;
  const room = '.'.repeat(10);
  return paperOf(issue, {
    title: pen.words.titles['recall-notice'],
    subtitle: pen.name(it.recall),
    notice: it.liftedAt === null ? words.stop : words.lifted,
    toComplete: true,
    sections: [
      {
        kind: 'fields',
        columns: 3,
        fields: [
          { label: words.holder, value: pen.name(it.holder) }, { label: words.recalled, value: pen.instant(it.at) }, { label: words.why, value: pen.name(it.reason) },
          { label: words.authority, value: pen.name(it.authority ?? '') }, { label: words.reference, value: pen.name(it.reference ?? '') },
        ],
      },
      {
        kind: 'table',
        title: words.lots,
        columns: [{ heading: goods.lot, kind: 'text' }, { heading: goods.item, kind: 'text' }, { heading: goods.batch, kind: 'text' }, { heading: goods.expires, kind: 'text' }, { heading: words.state, kind: 'text' }, { heading: goods.units, kind: 'figure' }],
        rows: it.lots.map((lot) => ({ cells: [pen.name(lot.lot), pen.name(lot.name), pen.name(lot.batch ?? ''), pen.day(lot.expires), words.states[lot.state], pen.count(lot.units)] })),
        empty: goods.empty,
      },
      {
        kind: 'table',
        title: words.places,
        columns: [{ heading: units.number, kind: 'text' }, { heading: units.type, kind: 'text' }, { heading: units.within, kind: 'text' }, { heading: words.bin, kind: 'text' }, { heading: goods.lot, kind: 'text' }, { heading: goods.units, kind: 'figure' }],
        rows: it.handlingUnits.map((unit) => ({ cells: [unit.unit, units.types[unit.type], unit.within ?? '', pen.name(unit.bin ?? ''), pen.name(unit.lot), pen.count(unit.units)] })),
        empty: units.empty,
      },
      {
        kind: 'table',
        title: words.reply,
        columns: [{ heading: goods.lot, kind: 'text' }, ...[goods.units, words.found, words.used, words.notFound].map((heading) => ({ heading, kind: 'figure' as const }))],
        rows: [...Map.groupBy(it.lots, ({ lot }) => lot)].map(([lot, own]) => ({ cells: [pen.name(lot), pen.count(own.reduce((sum, { units: count }) => sum + count, 0)), room, room, room] })),
        empty: goods.empty,
      },
      { kind: 'text', paragraphs: [words.replyText] },
      { kind: 'boxes', rows: [[signature(pen.words.sign.consignee)]] },
    ],
  });
}
