// What an hour costs: each policy's plan as a point, transport cost across, median hours up. Three plans are three points; no
// line is drawn between them, since nobody has computed what lies there.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import type { Asked } from './policy-table.tsx';
import { POLICIES, type Policy } from './policies.ts';

const WIDTH = 412;
const HEIGHT = 170;
const LEFT = 46;
const FLOOR = 142;
const TOP = 30;
/** Where a label stands from its point, cheapest plan first: none covers the next. */
const BESIDE = [-11, 21, -25] as const;

/** A round number at or above n, for an axis. */
function roundUp(n: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return Math.ceil(n / (unit / 5)) * (unit / 5);
}

export function HoursAndCost({ asked, chosen, figures }: { readonly asked: Asked; readonly chosen: Policy; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  const points = POLICIES.flatMap((policy) => {
    const plan = asked[policy].data;
    return plan === undefined || plan.hours.median === null ? [] : [{ policy, cost: plan.cost, hours: plan.hours.median }];
  });
  if (points.length < 2) return null;
  const [dear, slow] = [roundUp(Math.max(...points.map(({ cost }) => cost)) * 1.1), roundUp(Math.max(...points.map(({ hours }) => hours)) * 1.1)];
  const x = (cost: number): number => LEFT + (cost / dear) * (WIDTH - LEFT - 20);
  const y = (hours: number): number => FLOOR - (hours / slow) * (FLOOR - TOP);
  const text = points.map(({ policy, cost, hours }) => `${t(`policy.${policy}`)}: ${figures.euros(cost)}, ${figures.decimal(hours)} h`).join('; ');
  const order = points.toSorted((a, b) => a.cost - b.cost).map(({ policy }) => policy);
  return (
    <section aria-label={t('plan.hours')} className="hours">
      <h2 className="head">
        {t('plan.hours')} <span>{t('plan.hoursSub')}</span>
      </h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={text}>
        {[slow / 2, slow].map((hours) => (
          <g key={hours}>
            <path d={`M${LEFT} ${y(hours)}H${WIDTH - 8}`} stroke="var(--ab-rule-soft)" />
            <text x={LEFT - 8} y={y(hours) + 4} textAnchor="end">
              {figures.decimal(hours, 0)} h
            </text>
          </g>
        ))}
        <path d={`M${LEFT} ${FLOOR}H${WIDTH - 8}`} stroke="var(--ab-ink)" />
        {[0, dear / 2, dear].map((cost) => (
          <text key={cost} x={x(cost)} y={FLOOR + 17} textAnchor={cost === dear ? 'end' : 'middle'}>
            {figures.euros(cost)}
          </text>
        ))}
        {points.map(({ policy, cost, hours }) => (
          <g key={policy}>
            <circle cx={x(cost)} cy={y(hours)} r={policy === chosen ? 6.5 : 4.5} fill={policy === chosen ? 'var(--ab-ink)' : 'var(--ab-surface)'} stroke="var(--ab-ink)" strokeWidth="1.75" />
            <text x={Math.min(x(cost), WIDTH - 36)} y={y(hours) + (BESIDE[order.indexOf(policy)] ?? 21)} textAnchor="middle" className={policy === chosen ? 'strong' : undefined}>
              {t(`policy.${policy}`)}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}
