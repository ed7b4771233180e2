// How good the method was: on this operation's own series where they are long enough, and the published back-test. Each score stands
// beside what three naive baselines would have scored.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../shared/table.tsx';
import { useMethod, type Method } from './method.ts';
import { noonOf, sourcesText, useNeed } from './scene.ts';

type Score = Method['scores']['own'][number];
type Published = Method['scores']['published']['rows'][number];

const BASELINES = ['last-value', 'same-increments', 'same-growth'] as const;

export function Scores(): ReactElement | null {
  const { t } = useTranslation();
  const { picture, figures } = useNeed();
  const method = useMethod();
  if (method.data === undefined) return null;
  const { own, published } = method.data.scores;
  const sources = sourcesText([...new Set(published.rows.map(({ source }) => source))], picture);
  const columns = columnsOf(t, figures);
  const ofWhich: Column<Published> = { name: 'of', head: t('need.counts.ofWhich'), cell: ({ of }) => t(`need.counts.of.${of}`) };
  const [series, ...rest] = columns;
  return (
    <section aria-labelledby="scores-title" className="scores">
      <h2 className="head" id="scores-title">
        {t('need.counts.scores')}
      </h2>
      <p>{t('need.counts.scoresText')}</p>
      <h3 id="own-scores">{t('need.counts.scoresOwn')}</h3>
      {own.length === 0 ? <p className="none">{t('need.counts.scoresOwnNone')}</p> : <Table columns={columns} rows={own} keyOf={keyOfScore} titled="own-scores" />}
      <h3 id="published-scores">{t('need.counts.scoresPublished', { from: figures.calendar(noonOf(published.from)), until: figures.calendar(noonOf(published.until)) })}</h3>
      <Table columns={[...(series === undefined ? [] : [series]), ofWhich, ...rest]} rows={published.rows} keyOf={(it) => `${keyOfScore(it)} ${it.of}`} titled="published-scores" />
      <p className="quiet">{t('need.counts.scoresNote', { sources })}</p>
    </section>
  );
}

const keyOfScore = ({ measure, horizonDays }: Score): string => `${measure} ${horizonDays}`;

function columnsOf(t: ReturnType<typeof useTranslation>['t'], figures: ReturnType<typeof useNeed>['figures']): Column<Score>[] {
  return [
    { name: 'series', head: t('need.counts.scoresOf'), cell: ({ measure }) => t(`need.counts.measure.${measure}`) },
    { name: 'horizon', head: t('need.counts.horizon'), isNumber: true, cell: ({ horizonDays }) => horizonDays },
    { name: 'areas', head: t('need.counts.areas'), isNumber: true, cell: ({ areas }) => figures.count(areas) },
    { name: 'forecasts', head: t('need.counts.forecasts'), isNumber: true, cell: ({ forecasts }) => figures.count(forecasts) },
    { name: 'error', head: t('need.counts.errors'), isNumber: true, cell: ({ error }) => (error < 100 ? figures.decimal(error) : figures.count(error)) },
    ...BASELINES.map((name): Column<Score> => ({ name, head: t(`need.counts.against.${name}`), isNumber: true, cell: ({ against }) => (against[name] < 1 ? figures.decimal(against[name], 2) : <b>{figures.decimal(against[name], 2)}</b>) })),
    { name: 'baselineUsed', head: t('need.counts.baselineUsed'), isNumber: true, cell: ({ baselineUsed }) => figures.percent(baselineUsed) },
    { name: 'held', head: t('need.counts.held'), isNumber: true, cell: ({ held }) => (held === null ? '–' : figures.percent(held)) },
    { name: 'width', head: t('need.counts.width'), isNumber: true, cell: ({ width }) => (width === null ? '–' : figures.decimal(width, 2)) },
  ];
}
