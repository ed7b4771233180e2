// What the area's counts are projected to be in 3, 7 and 14 days, with the 80 % band; by which method, and what the baselines say beside
// it. Where a baseline is used the row says so.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sourced } from '../shared/sourced.tsx';
import { Table, type Column } from '../shared/table.tsx';
import type { Row } from './rows.ts';
import { noonOf, useNeed, type Projected } from './scene.ts';
import { MEASURES } from './telling.ts';
import { Terms } from './terms.tsx';

const BASELINES = ['last-value', 'same-increments', 'same-growth'] as const;
const METHODS = ['damped-trend', ...BASELINES] as const;

export function Projections({ row }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation();
  const { report, figures } = useNeed();
  const rows = MEASURES.flatMap((measure) => report.projections.filter((it) => it.area === row.need.area && it.measure === measure));
  const methodOf = ({ method, damping }: Projected): string => (damping === null ? t(`need.counts.methods.${method}`) : t('need.counts.damping', { share: figures.percent(damping) }));
  const columns: Column<Projected>[] = [
    { name: 'what', head: t('need.counts.scoresOf'), cell: ({ measure }) => t(`need.counts.measure.${measure}`) },
    { name: 'in', head: t('need.counts.horizon'), cell: ({ horizonDays, date }) => t('need.counts.in', { days: horizonDays, when: figures.date(noonOf(date)) }) },
    { name: 'value', head: t('need.counts.value'), isNumber: true, cell: (it) => <Sourced value={figures.count(it.central)} unit={t(`need.counts.measure.${it.measure}`)} facts={row.need.facts} sum={<Beside of={it} method={methodOf(it)} />} /> },
    { name: 'band', head: t('need.counts.band'), isNumber: true, cell: ({ low, high }) => (low === null || high === null ? <span className="quiet">{t('need.counts.noBand')}</span> : `${figures.count(low)}–${figures.count(high)}`) },
    { name: 'method', head: t('need.counts.method'), cell: (it) => (
      <>
        {methodOf(it)}
        {it.method !== 'damped-trend' && <span className="under">{t('need.counts.baseline')}</span>}
      </>
    ) },
  ];
  return (
    <section aria-labelledby="projection-title">
      <h2 className="head" id="projection-title">
        {t('need.counts.projection')}
      </h2>
      {rows.length === 0 ? <p className="none">{t('need.counts.projectionNone')}</p> : <Table columns={columns} rows={rows} keyOf={({ measure, horizonDays }) => `${measure} ${horizonDays}`} titled="projection-title" />}
    </section>
  );
}

/** What each method says of the same day, and how each erred of late. */
function Beside({ of, method }: { readonly of: Projected; readonly method: string }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const saidBy = (name: (typeof METHODS)[number]): number | null => (name === of.method ? of.central : name === 'damped-trend' ? null : of.baselines[name]);
  return (
    <Terms
      terms={METHODS.filter((name) => name !== of.method && saidBy(name) !== null).map((name) => ({ text: t(`need.counts.methods.${name}`), value: figures.count(saidBy(name) ?? 0), note: errorOf(of, name, figures, t) }))}
      total={{ text: method, value: figures.count(of.central), note: errorOf(of, of.method, figures, t) }}
    />
  );
}

function errorOf({ pastErrors }: Projected, name: (typeof METHODS)[number], figures: ReturnType<typeof useNeed>['figures'], t: ReturnType<typeof useTranslation>['t']): string | undefined {
  const error = pastErrors[name];
  return error === null ? undefined : t('need.counts.error', { error: figures.decimal(error, 3) });
}
