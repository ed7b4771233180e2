// The daily pipeline: where every promised unit stands, by pledge and item, and by item. Its rows are the ledger's partition, the
// same that status and audit print; different items are never added.

import { pledgeKey } from '../../domain/register.ts';
import { partition, type PartitionRow } from '../../ledger/partition.ts';
import type { ReportColumn, ReportSheet } from '../../standards/documents/report.ts';
import type { Words } from '../../standards/documents/words/vocabulary.ts';
import type { Situation } from '../plan/situation.ts';

const FIGURES = ['promised', 'surplus', 'outstanding', 'consigned', 'inTheAir', 'atHub', 'onward', 'delivered', 'accepted', 'lost', 'everLanded'] as const satisfies readonly (keyof PartitionRow)[];

const TAGS: Readonly<Record<(typeof FIGURES)[number], string>> = {
  promised: '#indicator+promised+num', surplus: '#indicator+surplus+num', outstanding: '#indicator+outstanding+num', consigned: '#indicator+consigned+num', inTheAir: '#indicator+in_the_air+num', atHub: '#indicator+at_hub+num',
  onward: '#indicator+onward+num', delivered: '#indicator+delivered+num', accepted: '#indicator+accepted+num', lost: '#indicator+lost+num', everLanded: '#indicator+ever_landed+num',
};

export const itemName = ({ known }: Situation, item: string): string => known.items.get(item as Parameters<typeof known.items.get>[0])?.name ?? item;
export const donorOf = ({ known }: Situation, pledge: string, item: string): string => known.pledges.get(pledgeKey(pledge, item))?.donor ?? '';

export function pipelineSheets(now: Situation, { reports: it }: Words): ReportSheet[] {
  const rows = partition(now.ledger);
  const figures = FIGURES.map((figure): ReportColumn => ({ heading: it[figure], kind: 'figure', hxl: TAGS[figure] }));
  const item: ReportColumn = { heading: it.item, kind: 'text', hxl: '#item+name' };
  return [
    {
      title: it.byPledge,
      columns: [{ heading: it.pledge, kind: 'text', hxl: '#activity+code' }, { heading: it.donor, kind: 'text', hxl: '#org+donor+name' }, item, ...figures],
      rows: rows.map((row) => [row.pledge, donorOf(now, row.pledge, row.item), itemName(now, row.item), ...FIGURES.map((figure) => row[figure])]),
      empty: it.empty.pipeline,
    },
    {
      title: it.byItem,
      columns: [item, ...figures],
      rows: [...Map.groupBy(rows, (row) => row.item)].map(([name, own]) => [itemName(now, name), ...FIGURES.map((figure) => own.reduce((sum, row) => sum + row[figure], 0))]),
      empty: it.empty.pipeline,
    },
  ];
}
