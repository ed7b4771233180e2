// Loss and damage report: one fact of units short, damaged, lost, seized, taken back, destroyed or refused, with the report number
// of whoever recorded it and what makes it good. What nobody has said stays open on the paper.

import type { Instant } from '../../domain/time.ts';
import type { EuroCents } from '../../domain/units.ts';
import type { Paper } from './paper.ts';
import { DOTTED, paperOf, penOf, signature, type Issue } from './parts.ts';
import type { Words } from './words/vocabulary.ts';

export type LossKind = keyof Words['loss']['kinds'];

export interface LossOnRecord {
  readonly kind: LossKind;
  readonly seq: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly where: { readonly kind: 'consignment' | 'place' | 'dispatch' | 'recipient'; readonly name: string };
  readonly lot: string;
  readonly name: string;
  readonly units: number;
  readonly cartons: number;
  readonly valueCents: EuroCents | null;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  /** Links or hashes. */
  readonly evidence: readonly string[];
  /** Dispatches and lots that make it good. */
  readonly replacedBy: readonly string[];
  readonly lotUnits: number;
  readonly lostOfLot: number;
}

export function lossReport(issue: Issue, loss: LossOnRecord): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const { loss: it } = words;
  return paperOf(issue, {
    title: words.titles['loss-report'],
    subtitle: pen.name(loss.lot),
    notice: `${it.kinds[loss.kind]}: ${pen.count(loss.units)} × ${pen.name(loss.name)}`,
    toComplete: true,
    sections: [
      {
        kind: 'fields',
        columns: 3,
        fields: [
          { label: it.what, value: it.kinds[loss.kind] }, { label: it.when, value: pen.instant(loss.at) }, { label: it.recorded, value: pen.instant(loss.recordedAt) },
          { label: it.where, value: `${it.where4[loss.where.kind]}: ${pen.name(loss.where.name)}` }, { label: it.by, value: pen.name(loss.by) }, { label: it.report, value: loss.reference === null ? DOTTED : pen.name(loss.reference) },
          { label: words.reports.seq, value: String(loss.seq) }, { label: it.replaced, value: loss.replacedBy.length === 0 ? it.notReplaced : pen.name(loss.replacedBy.join(', ')) }, { label: it.evidence, value: loss.evidence.length === 0 ? it.noEvidence : pen.name(loss.evidence.join(', ')) },
        ],
      },
      {
        kind: 'table',
        title: words.goods.title,
        columns: [{ heading: words.goods.lot, kind: 'text' }, { heading: words.goods.item, kind: 'text' }, ...[words.goods.units, words.goods.cartons, it.balance, it.lostOfLot, it.value].map((heading) => ({ heading, kind: 'figure' as const }))],
        rows: [{ cells: [pen.name(loss.lot), pen.name(loss.name), pen.count(loss.units), pen.count(loss.cartons), pen.count(loss.lotUnits), pen.count(loss.lostOfLot), loss.valueCents === null ? DOTTED : pen.euros(loss.valueCents)] }],
        empty: '',
      },
      { kind: 'boxes', rows: [[{ label: it.reason, lines: [pen.name(loss.reason ?? '')], heightMm: 14 }], [{ label: it.note, lines: [pen.name(loss.note ?? '')], heightMm: 14 }], [{ label: it.statement, lines: [], heightMm: 30 }], [signature(it.witness), signature(words.sign.hub), signature(it.investigator)]] },
    ],
  });
}
