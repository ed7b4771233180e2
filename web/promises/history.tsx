// How a figure came about: promised, ever landed and ever delivered as steps over the operation's days, one for each fact that moved
// units. A press on the chart moves the cursor there; the table beneath has every point, with its fact.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MouseEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryAnswer } from '../../src/http/contract/answers.ts';
import { useSize } from '../map/base-map.tsx';
import { roundAbove } from '../shared/axis.ts';
import { client, given } from '../shared/client.ts';
import { Sourced } from '../shared/sourced.tsx';
import { useTitle } from './meter.tsx';
import { usePromises } from './scene.ts';
import { across, stepPath, up } from './steps.ts';

type Point = HistoryAnswer['points'][number];

const HEIGHT = 168;
const PAD = { top: 10, right: 8, bottom: 20, left: 66 };
const DAY = 86_400_000;
const LINES = [
  { key: 'everConsigned', name: 'consigned', ink: 'var(--ab-consigned-ink)', dash: '2 3' },
  { key: 'everLanded', name: 'landed', ink: 'var(--ab-hub-ink)', dash: undefined },
  { key: 'everDelivered', name: 'delivered', ink: 'var(--ab-delivered)', dash: undefined },
] as const;

export function History(): ReactElement | null {
  const { t } = useTranslation();
  const { report, shown } = usePromises();
  const ask = shown === null || (shown.by === 'country' && shown.name === null) ? null : { item: shown.item, ...(shown.by !== 'item' && shown.name !== null && { [shown.by]: shown.name }) };
  const history = useQuery({ queryKey: ['history', report.operation, report.asOf, report.claims.length, ask], queryFn: ({ signal }) => given(client.promises.history(report.operation, { ...ask, item: ask?.item ?? '', asOf: report.asOf }, { signal })), enabled: ask !== null, placeholderData: keepPreviousData });
  if (ask === null) return null;
  const points = history.data?.points ?? [];
  return (
    <section className="history" aria-label={t('said.history.title')}>
      <h2 className="head">{t('said.history.title')}</h2>
      {history.data !== undefined && points.length === 0 ? <p className="none">{t('said.history.empty')}</p> : <Drawn points={points} />}
    </section>
  );
}

function Drawn({ points }: { readonly points: readonly Point[] }): ReactElement {
  const { t } = useTranslation();
  const { report, picture, figures, shown, onLook } = usePromises();
  const title = useTitle();
  const [frame, size] = useSize<HTMLDivElement>({ width: 400, height: HEIGHT });
  const now = Date.parse(report.asOf);
  const [from, until] = [Date.parse(picture.span.from), Date.parse(picture.span.until)];
  const most = roundAbove(Math.max(1, ...points.map((it) => Math.max(it.promised ?? 0, it.total, it.everLanded))));
  const box = { width: Math.max(60, size.width - PAD.left - PAD.right), height: HEIGHT - PAD.top - PAD.bottom, from, until, most };
  const last = points.at(-1);
  const stepsOf = (value: (point: Point) => number): { at: number; value: number }[] => points.map((it) => ({ at: Date.parse(it.at), value: value(it) }));
  const move = (event: MouseEvent<SVGSVGElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - PAD.left;
    const at = from + (Math.min(box.width, Math.max(0, x)) / box.width) * (until - from);
    onLook({ at: new Date(Math.round(at / 900_000) * 900_000).toISOString().replace('.000Z', 'Z') });
  };
  const days = Array.from({ length: Math.floor((until - from) / DAY) + 1 }, (_, index) => from + index * DAY);
  const every = Math.max(1, Math.ceil((days.length * 46) / box.width));
  return (
    <>
      <div className="drawn" ref={frame}>
        <svg width={size.width} height={HEIGHT} role="img" aria-label={t('said.history.label', { what: shown === null ? '' : title(shown), landed: figures.count(last?.everLanded ?? 0), delivered: figures.count(last?.everDelivered ?? 0), promised: figures.count(last?.promised ?? last?.total ?? 0) })} onClick={move}>
          <g transform={`translate(${PAD.left} ${PAD.top})`}>
            {[0, most / 2, most].map((value) => (
              <g key={value}>
                <line className="grid" x1={0} x2={box.width} y1={up(value, box)} y2={up(value, box)} />
                <text x={-8} y={up(value, box) + 4} textAnchor="end">
                  {figures.count(value)}
                </text>
              </g>
            ))}
            {days.map((day, index) =>
              index % every === 0 && across(day, box) < box.width - 20 ? (
                <text key={day} x={across(day, box)} y={box.height + 15}>
                  {figures.day(new Date(day).toISOString())}
                </text>
              ) : null,
            )}
            <path className="promised" d={stepPath(stepsOf((it) => it.promised ?? it.total), now, box)} />
            {LINES.map(({ key, ink, dash }) => (
              <path key={key} d={stepPath(stepsOf((it) => it[key]), now, box)} stroke={ink} strokeDasharray={dash} />
            ))}
            <line className="cursor-line" x1={across(now, box)} x2={across(now, box)} y1={-4} y2={box.height} />
          </g>
        </svg>
      </div>
      <p className="lines-told">
        <span>
          <svg width="22" height="8" aria-hidden="true">
            <path className="promised" d="M0 4H22" />
          </svg>
          {t('said.history.promised')}
        </span>
        {LINES.map(({ key, name, ink, dash }) => (
          <span key={key}>
            <svg width="22" height="8" aria-hidden="true">
              <path d="M0 4H22" stroke={ink} strokeDasharray={dash} />
            </svg>
            {t(`said.history.${name}`)}
          </span>
        ))}
      </p>
      <details>
        <summary>{t('said.history.table')}</summary>
        <PointTable points={points} />
      </details>
    </>
  );
}

function PointTable({ points }: { readonly points: readonly Point[] }): ReactElement {
  const { t } = useTranslation();
  const { figures, shown } = usePromises();
  const item = figures.item(shown?.item ?? '');
  return (
    <div className="sheet" tabIndex={0} role="region" aria-label={t('said.history.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('said.history.when')}</th>
            <th scope="col" className="number">{t('said.history.promised')}</th>
            <th scope="col" className="number">{t('said.history.landed')}</th>
            <th scope="col" className="number">{t('said.history.delivered')}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.seq}>
              <th scope="row">
                <Sourced className="figure" facts={[point.seq]} value={figures.count(point.everLanded)} unit={t('source.units', { item })} label={t('said.history.read', { n: point.seq })}>
                  {figures.hour(point.at)}
                </Sourced>
              </th>
              <td className="number" data-label={t('said.history.promised')}>{figures.count(point.promised ?? point.total)}</td>
              <td className="number" data-label={t('said.history.landed')}>{figures.count(point.everLanded)}</td>
              <td className="number" data-label={t('said.history.delivered')}>{figures.count(point.everDelivered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
