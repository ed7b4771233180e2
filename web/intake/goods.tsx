// What the sheet comes to: the lots that it would announce, their sums, and which papers are still missing.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import type { Preview } from './use-intake.ts';

const SHOWN = 50;

export function Goods({ preview: { lots, totals, missingPapers, sums }, figures }: { readonly preview: Preview; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (lots.length === 0) return null;
  const agree = sums.length > 0 && sums.every(({ agrees }) => agrees);
  return (
    <section className="goods" aria-labelledby="goods-title">
      <h2 className="head" id="goods-title">
        {t('sheets.lots')} {agree && <span>{t('sheets.sumsAgree')}</span>}
      </h2>
      <div className="sheet" tabIndex={0} role="group" aria-labelledby="goods-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('hub.column.lot')}</th>
              <th scope="col">{t('hub.column.item')}</th>
              <th scope="col">{t('hub.column.batch')}</th>
              <th scope="col" className="number">
                {t('hub.column.units')}
              </th>
              <th scope="col" className="number">
                {t('hub.column.cartons')}
              </th>
              <th scope="col" className="number">
                kg
              </th>
              <th scope="col" className="number">
                m³
              </th>
              <th scope="col">{t('sheets.drawnOn')}</th>
            </tr>
          </thead>
          <tbody>
            {lots.slice(0, SHOWN).map(({ lot, item, batch, expires, units, cartons, unitsPerCarton, grossKg, volumeM3, pledge, earmark, rows }) => (
              <tr key={rows.join()}>
                <th scope="row">
                  {lot ?? '–'}
                  <span className="under">{t('sheets.rows', { count: rows.length, rows: rows.slice(0, 5).join(', ') })}</span>
                </th>
                <td data-label={t('hub.column.item')}>{figures.item(item)}</td>
                <td data-label={t('hub.column.batch')}>
                  {batch ?? '–'}
                  {expires !== null && <span className="under">{t('hub.expires', { when: figures.calendar(expires) })}</span>}
                </td>
                <td className="number" data-label={t('hub.column.units')}>
                  {figures.count(units)}
                </td>
                <td className="number" data-label={t('hub.column.cartons')}>
                  {figures.count(cartons)} <span className="quiet">× {figures.count(unitsPerCarton)}</span>
                </td>
                <td className="number" data-label="kg">
                  {grossKg === null ? '–' : figures.count(grossKg)}
                </td>
                <td className="number" data-label="m³">
                  {volumeM3 === null ? '–' : figures.decimal(volumeM3)}
                </td>
                <td data-label={t('sheets.drawnOn')}>{[pledge, earmark].filter((it) => it !== null).join(', ') || '–'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('sheets.sum', { pallets: figures.count(totals.pallets), kg: figures.decimal(totals.chargeableKg) })}
                {totals.isEstimated && <span className="under">{t('sheets.estimated')}</span>}
              </th>
              <td className="number">{figures.count(lots.reduce((sum, { units }) => sum + units, 0))}</td>
              <td className="number">{figures.count(totals.cartons)}</td>
              <td className="number">{figures.count(totals.grossKg)}</td>
              <td className="number">{figures.decimal(totals.volumeM3)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {lots.length > SHOWN && <p className="quiet">{t('source.more', { n: figures.count(lots.length - SHOWN) })}</p>}
      {missingPapers.length > 0 && <p className="missing">{t('sheets.stillMissing', { papers: missingPapers.map((kinds) => kinds.map((kind) => t(`hub.document.${kind}`)).join(t('hub.or'))).join(', ') })}</p>}
    </section>
  );
}
