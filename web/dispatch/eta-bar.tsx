// When an order is expected, as a range: nine in ten between its ends, a tick where the plan had it, a line for the instant that
// the page shows. The words beside it say the same.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { lateBy, type Order } from './scene.ts';

const [WIDTH, HEIGHT] = [280, 22];

export function EtaBar({ order, asOf, figures }: { readonly order: Order; readonly asOf: string; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  const { eta, planned, releasedAt, departedAt } = order;
  if (eta === null) return null;
  const minutes = lateBy(order);
  const from = Date.parse(departedAt ?? order.legs[0]?.departsAt ?? releasedAt);
  const [first, last] = [Math.min(from, Date.parse(asOf), Date.parse(eta.early)), Math.max(Date.parse(eta.late), Date.parse(planned ?? eta.late))];
  const x = (at: string): number => 6 + ((Date.parse(at) - first) / Math.max(1, last - first)) * (WIDTH - 12);
  const colour = minutes === null ? 'onward' : 'problem';
  const title = t('dispatch.eta.title', { early: figures.hour(eta.early), late: figures.hour(eta.late), likely: figures.hour(eta.likely) });
  return (
    <div className="eta" data-late={minutes !== null}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={title}>
        <path d={`M6 11H${WIDTH - 6}`} stroke="var(--ab-rule)" strokeWidth="2" />
        <rect x={x(eta.early)} y="5" width={Math.max(3, x(eta.late) - x(eta.early))} height="12" rx="2" fill={`var(--ab-${colour}-wash)`} stroke={`var(--ab-${colour}-ink)`} />
        <path d={`M${x(asOf)} 1V21`} stroke="var(--ab-ink)" strokeDasharray="2 2" />
        {planned !== null && <path d={`M${x(planned)} 2V20`} stroke="var(--ab-ink-3)" strokeWidth="2" />}
        <circle cx={x(eta.likely)} cy="11" r="4" fill={`var(--ab-${colour}-ink)`} />
      </svg>
      <p>
        {minutes !== null && <b>{t('dispatch.lateBy', { span: figures.span(minutes) })}. </b>}
        {title}
        <span className="quiet">
          {planned !== null && ` · ${t('dispatch.eta.planned', { when: figures.hour(planned) })}`} · {eta.seen === 0 ? t('dispatch.eta.assumed') : t('dispatch.eta.seen', { count: eta.seen })}
        </span>
      </p>
    </div>
  );
}
