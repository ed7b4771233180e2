// What the sheet comes to: the lots that it would announce, their sums, and which papers are still missing.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Batch } from '../shared/batch.tsx';
import type { Figures } from '../shared/figures.ts';
import { Table, type Column } from '../shared/table.tsx';
import type { Preview } from './use-intake.ts';

const SHOWN = 50;

export function Goods({ preview: { lots, totals, counts, missingPapers, sums }, figures }: { readonly preview: Preview; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (lots.length === 0) return null;
  const agree = sums.length > 0 && sums.every(({ agrees }) => agrees);
  const columns: readonly Column<Preview['lots'][number]>[] = [
    {
      name: 'lot', head: t('hub.column.lot'),
      cell: ({ lot, rows }) => (
        <>
          {lot ?? '–'}
          <span className="under">{t('sheets.rows', { count: rows.length, rows: rows.slice(0, 5).join(', ') })}</span>
        </>
      ),
    },
    { name: 'item', head: t('hub.column.item'), cell: ({ item }) => figures.item(item) },
    {
      name: 'batch', head: t('hub.column.batch'),
      cell: ({ batch, expires }) => <Batch batch={batch} expires={expires} figures={figures} />,
    },
    { name: 'units', head: t('hub.column.units'), isNumber: true, cell: ({ units }) => figures.count(units) },
    {
      name: 'cartons', head: t('hub.column.cartons'), isNumber: true,
      cell: ({ cartons, unitsPerCarton }) => (
        <>
          {figures.count(cartons)} <span className="quiet">× {figures.count(unitsPerCarton)}</span>
        </>
      ),
    },
    { name: 'kg', head: 'kg', isNumber: true, cell: ({ grossKg }) => (grossKg === null ? '–' : figures.count(grossKg)) },
    { name: 'm3', head: 'm³', isNumber: true, cell: ({ volumeM3 }) => (volumeM3 === null ? '–' : figures.decimal(volumeM3)) },
    { name: 'drawnOn', head: t('sheets.drawnOn'), cell: ({ pledge, earmark }) => [pledge, earmark].filter((it) => it !== null).join(', ') || '–' },
  ];
  const foot = (
    <tr>
      <th scope="row" colSpan={3}>
        {t('sheets.sum', { pallets: figures.count(totals.pallets), kg: figures.decimal(totals.chargeableKg) })}
        {totals.isEstimated && <span className="under">{t('sheets.estimated')}</span>}
      </th>
      <td className="number">{figures.count(totals.items.reduce((sum, { units }) => sum + units, 0))}</td>
      <td className="number">{figures.count(totals.cartons)}</td>
      <td className="number">{figures.count(totals.grossKg)}</td>
      <td className="number">{figures.decimal(totals.volumeM3)}</td>
      <td />
    </tr>
  );
  return (
    <section className="goods" aria-labelledby="goods-title">
      <h2 className="head" id="goods-title">
        {t('sheets.lots')} {agree && <span>{t('sheets.sumsAgree')}</span>}
      </h2>
      <Table columns={columns} rows={lots.slice(0, SHOWN)} keyOf={({ rows }) => rows.join()} titled="goods-title" isTall foot={foot} />
      {counts.lots > SHOWN && <p className="quiet">{t('source.more', { n: figures.count(counts.lots - SHOWN) })}</p>}
      {missingPapers.length > 0 && <p className="missing">{t('sheets.stillMissing', { papers: missingPapers.map((kinds) => kinds.map((kind) => t(`hub.document.${kind}`)).join(t('hub.or'))).join(', ') })}</p>}
    </section>
  );
}
