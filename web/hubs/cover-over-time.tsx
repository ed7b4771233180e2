// The share of all need that is handed over, by half days after the first departure: the picked hub in ink, the others pale.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { codesOf, type Outcome } from './scene.ts';

const [WIDTH, HEIGHT] = [460, 190];
const BOX = { left: 56, right: WIDTH - 24, top: 14, floor: HEIGHT - 40 };
const TICK_HOURS = 120;

export function CoverOverTime({ found, picked, figures }: { readonly found: HubChoiceAnswer; readonly picked: Outcome; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const steps = found.ranking.flatMap(({ over }) => over);
  const [hours, share] = [Math.max(1, ...steps.map((it) => it.hours)), Math.max(0.01, ...steps.map((it) => it.share))];
  const x = (at: number): number => BOX.left + (at / hours) * (BOX.right - BOX.left);
  const y = (at: number): number => BOX.floor - (at / share) * (BOX.floor - BOX.top);
  const line = ({ over }: Outcome): string => over.map((it, k) => `${k === 0 ? 'M' : 'L'}${x(it.hours).toFixed(1)} ${y(it.share).toFixed(1)}`).join('');
  return (
    <section className="over" aria-labelledby="over">
      <h2 className="head" id="over">
        {t('hubs.over')} <span>{codesOf(found.candidates)(picked)}</span>
      </h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={t('hubs.overLabel')}>
        <path d={`M${BOX.left} ${BOX.top}V${BOX.floor}H${BOX.right}`} fill="none" stroke="var(--ab-ink)" />
        {[0.5, 1].map((part) => <text key={part} x={BOX.left - 6} y={y(part * share) + 4} textAnchor="end">{figures.percent(part * share)}</text>)}
        {Array.from({ length: Math.floor(hours / TICK_HOURS) + 1 }, (_, k) => k * TICK_HOURS).map((tick) => <text key={tick} x={x(tick)} y={BOX.floor + 16} textAnchor="middle">{figures.count(tick)}</text>)}
        <text x={BOX.right} y={HEIGHT - 6} textAnchor="end" className="axis">{t('hubs.hoursAfter')}</text>
        {found.ranking.map((outcome) => (outcome.hub === picked.hub ? null : <path key={outcome.hub} d={line(outcome)} fill="none" stroke="var(--ab-edge)" />))}
        <path d={line(picked)} fill="none" stroke="var(--ab-ink)" strokeWidth="2" />
      </svg>
    </section>
  );
}
