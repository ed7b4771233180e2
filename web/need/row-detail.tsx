// What a row rests on: the sum, what was measured beside the forecast and which of the two is used, the sources beside one another with
// their hours, the parameters that are not the published ones.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sourced } from '../shared/sourced.tsx';
import { DaysSum, digitsOf, ENDS, PartsOfNeed, PerDay } from './figures-of-row.tsx';
import type { Row } from './rows.ts';
import { noonOf, sourcesText, useNeed, type AreaNeed } from './scene.ts';

export function RowDetail({ row }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation();
  const { onLook } = useNeed();
  const { need } = row;
  return (
    <div className="row-detail">
      <section>
        <h3>{t('need.row.arithmetic')}</h3>
        <PartsOfNeed need={need} />
        {need.perDay !== null && (
          <p>
            {ENDS.filter((end) => end !== 'central').map((end) => (
              <span key={end} className="end">
                {t(`need.column.${end}`)} <PerDay row={row} end={end} />
              </span>
            ))}
          </p>
        )}
        {need.basis !== null && need.basis !== 'census' && <p className="quiet">{t('need.row.noCensus')}</p>}
        <DaysSum need={need} isTerse />
      </section>
      <section>
        <h3>{t('need.row.burn')}</h3>
        <BurnRate need={need} />
        <Changed need={need} />
      </section>
      <section>
        <h3>{t('need.row.beside')}</h3>
        <Sources need={need} />
        <p className="links">
          <button type="button" className="verb" onClick={() => onLook({ view: 'counts' })}>
            {t('need.row.toCounts')}
          </button>{' '}
          <button type="button" className="verb" onClick={() => onLook({ view: 'parameters' })}>
            {t('need.row.setParameter', { area: row.area })}
          </button>{' '}
          <button type="button" className="verb" onClick={() => onLook({ area: '' })}>
            {t('need.table.close', { area: row.area })}
          </button>
        </p>
      </section>
    </div>
  );
}

function BurnRate({ need: { burnRate, perDay, noBurnRate } }: { readonly need: AreaNeed }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  if (burnRate === null || perDay === null)
    return noBurnRate === null ? (
      <p>{t('need.row.noBurn')}</p>
    ) : (
      <p className="wrong">
        {t('need.row.wrongBurn')} <span lang="en">{noBurnRate}</span>
      </p>
    );
  const rows = [
    { name: 'measured', band: burnRate.perDay, isUsed: burnRate.used === 'burn-rate' },
    { name: 'forecast', band: perDay, isUsed: burnRate.used === 'forecast' },
  ] as const;
  return (
    <>
      <dl className="burn">
        {rows.map(({ name, band, isUsed }) => (
          <div key={name} data-used={isUsed}>
            <dt>
              {t(`need.row.${name}`)}
              {isUsed && <b> {t('need.row.used')}</b>}
            </dt>
            <dd>{figures.count(band.central)}</dd>
            <dd className="quiet">
              {figures.count(band.low)}–{figures.count(band.high)}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {burnRate.ratio !== null && `${t('need.row.ratio', { ratio: figures.decimal(burnRate.ratio, 2) })}, `}
        {t('need.row.over', { days: figures.decimal(burnRate.overDays), reports: burnRate.reports })}.
      </p>
      <p>{t(`need.row.why.${burnRate.why}`)}</p>
    </>
  );
}

function Changed({ need: { changed } }: { readonly need: AreaNeed }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  if (changed.length === 0) return <p className="quiet">{t('need.row.parametersNone')}</p>;
  return (
    <>
      <h3>{t('need.row.parameters')}</h3>
      <ul>
        {changed.map(({ name, item, value, published, since, facts }) => (
          <li key={`${name} ${item ?? ''}`}>
            {t(`need.parameter.${name}`)}
            {item !== null && `, ${figures.item(item)}`}: <Sourced value={figures.decimal(value, digitsOf(value))} unit={t(`need.parameter.${name}`)} facts={facts} />{' '}
            <span className="quiet">
              {published !== null && `${t('need.row.published', { value: figures.decimal(published, digitsOf(published)) })}, `}
              {t('need.row.since', { when: figures.hour(since) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The source that is used first, then those beside it. */
function Sources({ need }: { readonly need: AreaNeed }): ReactElement {
  const { t } = useTranslation();
  const { picture, figures } = useNeed();
  const { sources, census, censusAt, countedOn, cases, deaths, facts, beside } = need;
  return (
    <ul className="told-by">
      <li>
        <b>{sourcesText(sources, picture)}</b> <span className="quiet">{need.why === null ? t('need.counts.usedHere') : t('need.counts.usedBecause', { why: t(`need.counts.why.${need.why.rule}`) })}</span>
        {census !== null && (
          <p>
            <Sourced value={figures.count(census.wards)} unit={t('need.use.wards')} facts={facts}>
              {t('need.row.census', { wards: figures.count(census.wards), intensiveCare: figures.count(census.intensiveCare) })}
            </Sourced>
            {censusAt !== null && <span className="quiet"> {t('need.row.counted', { when: figures.hour(censusAt) })}</span>}
          </p>
        )}
        {cases !== null && countedOn !== null && (
          <p>
            <Sourced value={figures.count(cases)} unit={t('need.counts.measure.cases')} facts={facts}>
              {said(cases, deaths, figures, t)}
            </Sourced>
            <span className="quiet"> {t('need.row.counted', { when: figures.day(noonOf(countedOn)) })}</span>
          </p>
        )}
      </li>
      {beside.map((other) => (
        <li key={`${other.sources.join(' ')} ${other.countedOn}`}>
          {sourcesText(other.sources, picture)} <span className="quiet">{t('need.row.notUsed')}</span>
          <p>
            {said(other.cases, other.deaths, figures, t)} <span className="quiet">{t('need.row.counted', { when: figures.day(noonOf(other.countedOn)) })}</span>
          </p>
        </li>
      ))}
      {beside.length === 0 && <li className="quiet">{t('need.row.besideNone')}</li>}
    </ul>
  );
}

const said = (cases: number | null, deaths: number | null, figures: ReturnType<typeof useNeed>['figures'], t: ReturnType<typeof useTranslation>['t']): string =>
  [cases === null ? null : t('need.row.cases', { n: figures.count(cases) }), deaths === null ? null : t('need.row.deaths', { n: figures.count(deaths) })].filter((it) => it !== null).join(', ');
