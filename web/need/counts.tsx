// Counts and projection of one area: four charts over the same days, the sources side by side, what is projected and how good the
// method was, and what is wrong with the counts.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountsAnswer } from '../../src/http/contract/answers.ts';
import { client, given } from '../shared/client.ts';
import { AreaChoice, useAreaInView } from './area-choice.tsx';
import { CountsChart, dashOf, markPath } from './counts-chart.tsx';
import { AllDays } from './days-told.tsx';
import { Faults } from './faults.tsx';
import { dayOf, type Scale } from './lines.ts';
import { Projections } from './projections.tsx';
import { Scores } from './scores.tsx';
import { noonOf, sourcesText, useNeed } from './scene.ts';
import { Sides } from './sides.tsx';
import { aheadOf, daysShown, keyOf, linesOf, MEASURES } from './telling.ts';

const SCALES = ['linear', 'log'] as const satisfies readonly Scale[];

export function Counts(): ReactElement {
  const { t } = useTranslation();
  const { operation, facts, picture, figures } = useNeed();
  const row = useAreaInView();
  const area = row?.need.area;
  const [scale, setScale] = useState<Scale>('linear');
  const counts = useQuery({ queryKey: ['counts', operation, facts, picture.asOf, area], queryFn: ({ signal }) => given(client.counts.report(operation, { asOf: picture.asOf, area }, { signal })), enabled: area !== undefined, placeholderData: keepPreviousData });
  const told = counts.data?.areas.find((it) => it.area === area);
  return (
    <div className="floor counts">
      <section aria-labelledby="counts-title">
        <h2 className="head" id="counts-title">
          {t('need.counts.title', { area: row?.area ?? '' })}
        </h2>
        <div className="filters">
          <AreaChoice />
          <span role="group" aria-label={t('need.counts.scale')} className="choices">
            {SCALES.map((it) => (
              <button key={it} type="button" className="verb" aria-pressed={it === scale} onClick={() => setScale(it)}>
                {t(`need.counts.${it}`)}
              </button>
            ))}
          </span>
          <span className="quiet" role="status">
            {told !== undefined && t(`need.counts.rule.${told.why.rule}`, { source: sourcesText(told.used, picture) })}
          </span>
        </div>
        {counts.error !== null && <p className="wrong" role="alert">{counts.error.message}</p>}
        {counts.data !== undefined && row !== null && (told === undefined ? <p className="none">{t('need.counts.sidesNone', { area: row.area })}</p> : <Charts counts={counts.data} told={told} name={row.area} scale={scale} />)}
      </section>
      {counts.data !== undefined && told !== undefined && (
        <>
          <Sides days={counts.data.days} told={told} />
          <AllDays days={counts.data.days} sources={told.sources} />
        </>
      )}
      {row !== null && <Projections row={row} />}
      <Scores />
      <Faults area={row?.need.area ?? null} />
      {counts.data !== undefined && (
        <p className="quiet">
          {counts.data.series.map(({ series, title, from, until, figures: n }) => (
            <span key={series}>
              {t('need.counts.series', { title, from: figures.calendar(noonOf(from)), until: figures.calendar(noonOf(until)), n: figures.count(n) })}{' '}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

interface ChartsProps {
  readonly counts: CountsAnswer;
  readonly told: CountsAnswer['areas'][number];
  readonly name: string;
  readonly scale: Scale;
}

function Charts({ counts, told, name, scale }: ChartsProps): ReactElement {
  const { t } = useTranslation();
  const { report, picture, figures } = useNeed();
  const now = dayOf(picture.asOf);
  const panels = MEASURES.map((measure) => ({ measure, lines: linesOf(counts.days, told.sources, told.used, measure), ahead: aheadOf(report.projections, told.area, measure) }));
  const days = daysShown(panels.flatMap(({ lines }) => lines), panels.flatMap(({ ahead }) => ahead), now);
  const counted = panels.filter(({ lines }) => lines.some(({ points }) => points.length > 0));
  const without = panels.filter((panel) => !counted.includes(panel));
  /** What the drawing shows, in words. */
  const labelOf = ({ measure, lines, ahead }: (typeof panels)[number]): string => {
    const said = lines.flatMap(({ name: source, points }) => {
      const last = points.at(-1);
      return last === undefined ? [] : [t('need.counts.last', { source, value: figures.count(last.value), when: figures.hour(new Date(last.day * 86_400_000).toISOString()) })];
    });
    const projected = ahead.map(({ day, value, low, high }) => t(low === null || high === null ? 'need.counts.aheadNoBand' : 'need.counts.ahead', { value: figures.count(value), low: figures.count(low ?? 0), high: figures.count(high ?? 0), when: figures.day(new Date(day * 86_400_000).toISOString()) }));
    return t('need.counts.chart', { measure: t(`need.counts.measure.${measure}`), area: name, said: [...said, ...projected].join('; ') });
  };
  return (
    <>
      <div className="charts">
        {counted.map((panel) => (
          <CountsChart key={panel.measure} {...panel} days={days} now={now} scale={scale} label={labelOf(panel)} />
        ))}
      </div>
      {without.length > 0 && <p className="quiet">{t('need.counts.none', { list: without.map(({ measure }) => t(`need.counts.measure.${measure}`).toLocaleLowerCase()).join(', ') })}</p>}
      <p className="lines-told">
        {told.sources.map((ids, index) => (
          <span key={keyOf(ids)}>
            <svg width="34" height="10" aria-hidden="true">
              <path className="line" d="M0 5H34" strokeDasharray={dashOf(index)} />
              <path className="mark" d={markPath(index, 17, 5)} />
            </svg>
            <b>{keyOf(ids)}</b> {sourcesText(ids, picture)}
            {keyOf(ids) === keyOf(told.used) && <span className="quiet"> {t('need.counts.usedHere')}</span>}
          </span>
        ))}
        {panels.some(({ ahead }) => ahead.length > 0) && (
          <span>
            <svg width="34" height="12" aria-hidden="true">
              <path className="ahead" d="M0 6H34" strokeDasharray="1 4" />
              <circle className="ahead-mark" cx="17" cy="6" r="3" />
            </svg>
            {t('need.counts.legendAhead')}
          </span>
        )}
      </p>
    </>
  );
}
