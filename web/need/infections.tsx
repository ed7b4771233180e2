// Infections: a floor, a band of the present day, and what the formula says without a cap, with the sums. To understand an area by. Each
// place that shows such a figure says that it is never used for allocation.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSize } from '../map/base-map.tsx';
import { More, useFirst } from '../shared/more.tsx';
import { Sign } from '../shared/signs.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { AreaChoice, useAreaInView } from './area-choice.tsx';
import { HundredsOfThousands } from './hundreds.tsx';
import { infectionsDrawn } from './infections-scale.ts';
import { useMethod, type Method } from './method.ts';
import type { Row } from './rows.ts';
import { useNeed, type Infections as Shown } from './scene.ts';
import { Terms } from './terms.tsx';


const ROWS = 40;

export function Infections(): ReactElement {
  const { t } = useTranslation();
  const { rows, figures } = useNeed();
  const row = useAreaInView();
  const method = useMethod();
  const ranked = rows.filter(({ need }) => need.recipient === null && need.infections !== null).toSorted((a, b) => (b.need.infections?.floor ?? 0) - (a.need.infections?.floor ?? 0));
  const first = useFirst(0, ROWS);
  return (
    <div className="floor infections">
      <section aria-labelledby="infections-title">
        <h2 className="head" id="infections-title">
          {t('need.infections.title', { area: row?.area ?? '' })}
        </h2>
        <Never />
        <div className="filters">
          <AreaChoice />
        </div>
        {row === null || row.need.infections === null ? <p className="none">{t('need.infections.none', { area: row?.area ?? '' })}</p> : <OfArea row={row} shown={row.need.infections} parameters={method.data?.infections.parameters ?? []} />}
      </section>
      {method.data !== undefined && <HundredsOfThousands said={method.data.infections.said} ratio={method.data.infections.parameters.find(({ name }) => name === 'round-ratio')} />}
      <section aria-labelledby="all-infections">
        <h2 className="head" id="all-infections">
          {t('need.infections.allAreas')} <span>{t('need.infections.never')}</span>
        </h2>
        <Table columns={columnsOf(t, figures)} rows={ranked.slice(0, first.most)} keyOf={({ id }) => id} titled="all-infections" isSelected={({ id }) => id === row?.id} empty={t('need.infections.noneAtAll')} />
        <More first={first} all={ranked.length} figures={figures} />
      </section>
    </div>
  );
}

/** Stands wherever infections are shown. */
export function Never(): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="never">
      <Sign name="closed" size={16} /> <b>{t('need.infections.never')}.</b> {t('need.infections.neverText')}
    </p>
  );
}

/** A figure of infections with its sum; the card says once more what it is not for. */
function People({ value, sum, facts }: { readonly value: number; readonly sum: ReactElement; readonly facts: readonly number[] }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  return (
    <Sourced
      value={figures.count(value)}
      unit={t('need.infections.people')}
      facts={facts}
      sum={
        <>
          {sum}
          <Never />
        </>
      }
    />
  );
}

function OfArea({ row, shown, parameters }: { readonly row: Row; readonly shown: Shown; readonly parameters: Method['infections']['parameters'] }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const { floor, low, high, uncapped, capped, lagDays, growth, fatality } = shown;
  const { deaths, facts } = row.need;
  const floorSum = <Terms terms={[{ text: t('need.infections.deaths', { area: row.area }), value: figures.count(deaths ?? 0) }, { text: t('need.infections.ratio'), value: `÷ ${figures.decimal(fatality.value * 100, 3)} %`, note: `${fatality.source}. ${fatality.note}` }]} total={{ text: t('need.infections.floor', { days: lagDays }), value: figures.count(floor) }} />;
  const factorSum = (people: number, rate: string): ReactElement => <Terms terms={[{ text: t('need.infections.floor', { days: lagDays }), value: figures.count(floor) }, { text: t('need.infections.factor', { rate }), value: `× ${figures.decimal(people / Math.max(1, floor), 2)}` }]} total={{ text: t('need.infections.now'), value: figures.count(people) }} />;
  const rateOf = (name: 'growth-low' | 'growth-high'): string => figures.decimal(parameters.find((it) => it.name === name)?.value ?? 0, 3);
  return (
    <>
      <BandChart row={row} shown={shown} />
      <dl className="told-figures">
        <div>
          <dt>{t('need.infections.floor', { days: lagDays })}</dt>
          <dd>
            <People value={floor} sum={floorSum} facts={facts} />
          </dd>
        </div>
        {low !== null && high !== null && (
          <div>
            <dt>{t('need.infections.band')}</dt>
            <dd>
              <People value={low} sum={factorSum(low, rateOf('growth-low'))} facts={facts} /> – <People value={high} sum={factorSum(high, rateOf('growth-high'))} facts={facts} />
            </dd>
          </div>
        )}
        {uncapped !== null && (
          <div className="aside">
            <dt>{t('need.infections.uncapped')}</dt>
            <dd>
              <People value={uncapped} sum={factorSum(uncapped, figures.decimal(growth?.rate ?? 0, 3))} facts={facts} />
            </dd>
          </div>
        )}
      </dl>
      {growth === null ? (
        <p>{t('need.infections.fewDeaths')}</p>
      ) : (
        <p>
          {t('need.infections.growth', { rate: figures.percent(growth.rate), doubling: figures.decimal(Math.LN2 / Math.max(1e-9, growth.rate)), window: growth.windowDays, error: figures.percent(growth.standardError) })} {t('need.infections.lag', { days: lagDays })}
        </p>
      )}
      {uncapped !== null && growth !== null && (
        <>
          <h3>{t('need.infections.why')}</h3>
          <p>
            {t('need.infections.whyText', { uncapped: figures.count(uncapped), window: growth.windowDays })} {t(capped ? 'need.infections.capped' : 'need.infections.notCapped')}
          </p>
        </>
      )}
      {parameters.length > 0 && (
        <details>
          <summary>{t('need.infections.parameters')}</summary>
          <ul className="rests-on">
            {parameters.map(({ name, value, unit, source, note }) => (
              <li key={name}>
                <b>{t(`need.infections.parameter.${name}`)}</b> {figures.decimal(value, value < 1 ? 4 : 1)} <span lang="en">{unit}</span>
                <span className="quiet" lang="en">
                  {source}. {note}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const HEIGHT = 86;
const PAD = 24;
const LINE = 38;

function BandChart({ row, shown }: { readonly row: Row; readonly shown: Shown }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const [frame, size] = useSize<HTMLDivElement>({ width: 760, height: HEIGHT });
  const width = Math.max(120, size.width - 2 * PAD);
  const { ticks, floor, band, uncapped } = infectionsDrawn(shown, width);
  const figure = (n: number | null): string => (n === null ? t('need.infections.noFigure') : figures.count(n));
  return (
    <div className="band-chart" ref={frame}>
      <svg width={size.width} height={HEIGHT} role="img" aria-label={t('need.infections.chart', { area: row.area, floor: figure(shown.floor), low: figure(shown.low), high: figure(shown.high), uncapped: figure(shown.uncapped) })}>
        <defs>
          <pattern id="infected" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="var(--ab-canvas)" />
            <path d="M0 0V5" stroke="var(--ab-ink-2)" />
          </pattern>
        </defs>
        <g transform={`translate(${PAD} 0)`}>
          <line className="axis" x1={0} x2={width} y1={LINE + 16} y2={LINE + 16} />
          {ticks.map(({ value, x }) => (
            <g key={value}>
              <line className="axis" x1={x} x2={x} y1={LINE + 12} y2={LINE + 20} />
              <text x={x} y={LINE + 36} textAnchor={x === 0 ? 'start' : x >= width ? 'end' : 'middle'}>
                {figures.count(value)}
              </text>
            </g>
          ))}
          {band !== null && <rect className="band" x={band.from} y={LINE - 8} width={Math.max(2, band.until - band.from)} height={18} fill="url(#infected)" />}
          {uncapped !== null && band !== null && <path className="aside" d={`M${band.until} ${LINE + 1}H${uncapped}`} strokeDasharray="2 4" />}
          {uncapped !== null && <path className="aside-mark" d={`M${uncapped} ${LINE - 5}l6 6l-6 6l-6 -6Z`} />}
          <path className="least" d={`M${floor} ${LINE - 10}V${LINE + 12}`} />
          <text x={floor} y={LINE - 16} textAnchor={floor > width * 0.8 ? 'end' : 'start'}>
            {t('need.infections.least')}
          </text>
          {band !== null && (
            <text x={(band.from + band.until) / 2} y={LINE - 16} textAnchor="middle" className="strong">
              {t('need.infections.nowShort')}
            </text>
          )}
          {uncapped !== null && (
            <text x={uncapped} y={LINE - 16} textAnchor="end">
              {t('need.infections.uncappedShort')}
            </text>
          )}
        </g>
      </svg>
    </div>
  );
}

function columnsOf(t: ReturnType<typeof useTranslation>['t'], figures: ReturnType<typeof useNeed>['figures']): Column<Row>[] {
  const people = (of: (shown: Shown) => number | null) => (row: Row) => {
    const value = row.need.infections === null ? null : of(row.need.infections);
    return value === null ? <span className="quiet">–</span> : figures.count(value);
  };
  return [
    { name: 'area', head: t('need.column.area'), cell: ({ area }) => area },
    { name: 'deaths', head: t('need.counts.measure.deaths'), isNumber: true, cell: ({ need }) => (need.deaths === null ? '–' : <Sourced value={figures.count(need.deaths)} unit={t('need.infections.people')} facts={need.facts} />) },
    { name: 'ratio', head: t('need.infections.ratio'), isNumber: true, cell: ({ need }) => (need.infections === null ? '–' : `${figures.decimal(need.infections.fatality.value * 100, 3)} %`) },
    { name: 'floor', head: t('need.infections.least'), isNumber: true, cell: people(({ floor }) => floor) },
    { name: 'low', head: t('need.column.low'), isNumber: true, cell: people(({ low }) => low) },
    { name: 'high', head: t('need.column.high'), isNumber: true, cell: people(({ high }) => high) },
    { name: 'uncapped', head: t('need.infections.uncappedShort'), isNumber: true, cell: people(({ uncapped }) => uncapped) },
    { name: 'growth', head: t('need.infections.growthShort'), isNumber: true, cell: ({ need }) => (need.infections?.growth ? figures.percent(need.infections.growth.rate) : <span className="quiet">–</span>) },
  ];
}
