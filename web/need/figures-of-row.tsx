// The figures of a row, each with the sum that it is. The sums are written out of the figures of the report; what they come to is the
// report's own.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sourced } from '../shared/sourced.tsx';
import { DaysInterval } from './days.tsx';
import type { Row } from './rows.ts';
import { stockFacts, underWayFacts, useNeed, type AreaNeed, type Band } from './scene.ts';
import { Terms, type Term } from './terms.tsx';

const DAY_MS = 86_400_000;
export const ENDS = ['low', 'central', 'high'] as const satisfies readonly (keyof Band)[];

/** Units a day by which stocks are reckoned: what was measured, where that is used, else the forecast. */
export const useOf = ({ burnRate, perDay }: AreaNeed): Band | null => (burnRate?.used === 'burn-rate' ? burnRate.perDay : perDay);

interface OfRow {
  readonly row: Row;
}

/** Units a day at one end of the band: people times use, each purpose a line. */
export function PerDay({ row: { need }, end = 'central', children }: OfRow & { readonly end?: keyof Band; readonly children?: string }): ReactElement | null {
  const { t } = useTranslation();
  const { item, figures } = useNeed();
  if (need.perDay === null) return null;
  const value = figures.count(need.perDay[end]);
  return (
    <Sourced value={value} unit={t('source.perDay', { item: figures.item(item) })} facts={need.facts} sum={<PartsOfNeed need={need} end={end} />}>
      {children}
    </Sourced>
  );
}

/** The arithmetic of a day's need. */
export function PartsOfNeed({ need, end = 'central' }: { readonly need: AreaNeed; readonly end?: keyof Band }): ReactElement | null {
  const { t } = useTranslation();
  const { item, figures } = useNeed();
  if (need.perDay === null) return null;
  const terms = need.uses.map(
    ({ use, people, perPerson, perDay }): Term => ({
      text: t('need.sum.part', { people: figures.count(people), who: t(`need.use.${use}`), use: figures.decimal(perPerson, digitsOf(perPerson)) }),
      value: figures.count(perDay[end]),
    }),
  );
  return (
    <>
      <p>{need.basis !== null && t(`need.basis.${need.basis}`)}</p>
      <Terms terms={terms} total={{ text: t('need.sum.total', { item: figures.item(item), end: t(`need.column.${end}`) }), value: figures.count(need.perDay[end]) }} />
      {need.notIncluded.length > 0 && <p className="quiet">{t('need.sum.notIncluded', { list: need.notIncluded.map((use) => t(`need.use.${use}`)).join(', ') })}</p>}
    </>
  );
}

/** As many as the figure has, four at most. */
export const digitsOf = (n: number): number => Math.min(4, String(n).split('.')[1]?.length ?? 0);

export function Days({ row: { need } }: OfRow): ReactElement {
  const { t } = useTranslation();
  const { picture, figures } = useNeed();
  const stock = stockFacts(picture, need);
  const { daysOfSupplyBand: band } = need;
  if (band === null) return <span className="quiet">{t(need.perDay === null ? 'need.table.noNeed' : 'need.table.unknown')}</span>;
  return (
    <span className="of-days">
      <DaysInterval band={band} figures={figures} />
      <Sourced value={figures.decimal(band.central)} unit={t('need.table.unit')} facts={stock} sum={<DaysSum need={need} />} />
      <span className="quiet">{band.central === 0 && band.high === 0 ? t('need.table.out') : `${figures.decimal(band.low)}–${figures.decimal(band.high)}`}</span>
    </span>
  );
}

/** `isTerse`: which use is taken stands beside it already. */
export function DaysSum({ need, isTerse = false }: { readonly need: AreaNeed; readonly isTerse?: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const { report, figures } = useNeed();
  const { stock, stockAt, daysOfSupplyBand: band } = need;
  const use = useOf(need);
  if (stock === null || stockAt === null || use === null || band === null) return null;
  const elapsed = Math.max(0, (Date.parse(report.asOf) - Date.parse(stockAt)) / DAY_MS);
  return (
    <Terms
      terms={[
        { text: t('need.sum.days', { stock: figures.count(stock), when: figures.hour(stockAt), use: figures.count(use.central) }), value: figures.decimal(stock / Math.max(1e-9, use.central)), note: need.burnRate === null || isTerse ? undefined : t(`need.row.why.${need.burnRate.why}`) },
        { text: t('need.sum.elapsed'), value: `−${figures.decimal(elapsed)}` },
      ]}
      total={{ text: t('need.sum.left', { low: figures.decimal(band.low), high: figures.decimal(band.high) }), value: figures.decimal(band.central) }}
    />
  );
}

export function Stock({ row: { need } }: OfRow): ReactElement {
  const { t } = useTranslation();
  const { picture, item, figures } = useNeed();
  const stock = stockFacts(picture, need);
  if (need.stock === null || need.stockAt === null) return <span className="quiet">{t('need.table.unknown')}</span>;
  return (
    <>
      <Sourced value={figures.count(need.stock)} unit={t('source.units', { item: figures.item(item) })} facts={stock} sum={<p>{t('need.sum.reported', { when: figures.moment(need.stockAt) })}</p>} />
      <span className="under">{figures.hour(need.stockAt)}</span>
    </>
  );
}

export function UnderWay({ row: { need } }: OfRow): ReactElement {
  const { t } = useTranslation();
  const { picture, item, figures } = useNeed();
  const facts = underWayFacts(picture, need);
  if (need.underWay === null) return <span className="quiet">–</span>;
  if (need.underWay === 0) return <>0</>;
  return <Sourced value={figures.count(need.underWay)} unit={t('source.units', { item: figures.item(item) })} facts={facts} sum={<p>{t('need.sum.underWay')}</p>} />;
}

export function Unmet({ row: { need } }: OfRow): ReactElement {
  const { t } = useTranslation();
  const { item, figures } = useNeed();
  if (need.unmet === null) return <span className="quiet">–</span>;
  return (
    <>
      <Sourced value={figures.count(need.unmet.central)} unit={t('source.units', { item: figures.item(item) })} facts={need.facts} sum={<UnmetSum need={need} />} />
      <span className="under">
        {figures.count(need.unmet.low)}–{figures.count(need.unmet.high)}
      </span>
    </>
  );
}

function UnmetSum({ need }: { readonly need: AreaNeed }): ReactElement | null {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const use = useOf(need);
  const { unmet, underWay } = need;
  if (unmet === null || use === null) return null;
  const whole = Math.round(use.central * unmet.days);
  const left = Math.max(0, whole - (underWay ?? 0) - unmet.central);
  return (
    <Terms
      terms={[
        { text: t('need.sum.week', { days: unmet.days, use: figures.count(use.central) }), value: figures.count(whole) },
        // Where nothing is missing stock and deliveries are more than the week takes: what they are stands in their own columns.
        ...(unmet.central > 0 ? [{ text: t('need.sum.lessStock'), value: `−${figures.count(left)}` }, { text: t('need.sum.lessUnderWay'), value: `−${figures.count(underWay ?? 0)}` }] : []),
      ]}
      total={{ text: t(unmet.central > 0 ? 'need.sum.missing' : 'need.sum.nought'), value: figures.count(unmet.central) }}
    />
  );
}

export function Share({ row, all }: OfRow & { readonly all: number }): ReactElement {
  const { t } = useTranslation();
  const { item, figures } = useNeed();
  if (row.share === null || row.perDay === null) return <span className="quiet">–</span>;
  return <Sourced value={figures.percent(row.share)} unit={t('need.sum.ofNeed', { item: figures.item(item) })} facts={row.need.facts} sum={<p>{t('need.sum.share', { own: figures.count(row.perDay), all: figures.count(all) })}</p>} />;
}
