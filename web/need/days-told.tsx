// Every count of the area as a table, newest day first: what the charts draw, in figures, and copied for a spreadsheet.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyAndPrint } from '../shared/copy-print.tsx';
import { More, useFirst } from '../shared/more.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { FigureTold } from './figure-told.tsx';
import { useNeed } from './scene.ts';
import { keyOf, MEASURES, type Days } from './telling.ts';

type Told = Days[number]['told'][number];

export function AllDays({ days, sources }: { readonly days: Days; readonly sources: readonly (readonly string[])[] }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const rows = days.flatMap(({ told }) => told);
  const first = useFirst();
  const columns: Column<Told>[] = [
    { name: 'when', head: t('need.counts.when'), cell: ({ at }) => figures.hour(at) },
    { name: 'source', head: t('need.counts.source'), cell: (it) => keyOf(it.sources) },
    ...MEASURES.map((measure): Column<Told> => ({ name: measure, head: t(`need.counts.measure.${measure}`), isNumber: true, cell: (it) => <FigureTold told={it} measure={measure} /> })),
  ];
  return (
    <details className="all-days">
      <summary>{t('need.counts.table', { n: figures.count(rows.length), sources: sources.length })}</summary>
      <CopyAndPrint rows={() => [['ISO 8601', t('need.counts.source'), ...MEASURES.map((measure) => t(`need.counts.measure.${measure}`))], ...rows.map((it) => [it.at, keyOf(it.sources), ...MEASURES.map((measure) => String(it.figures[measure]?.value ?? ''))])]} />
      <Table columns={columns} rows={rows.slice(0, first.most)} keyOf={(it) => `${it.at} ${keyOf(it.sources)}`} label={t('need.counts.tableLabel')} />
      <More first={first} all={rows.length} figures={figures} />
    </details>
  );
}
