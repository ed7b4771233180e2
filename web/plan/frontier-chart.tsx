// The drawing of the frontier: two panels over one axis of cost. Circles are certified points, squares the three policies;
// filled is the one that is picked or shown, pale a point that another beats in everything. Not here: the figures in words.

import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import type { Policy } from './policies.ts';

export interface Mark {
  readonly id: string;
  readonly name: string;
  readonly kind: 'point' | 'policy';
  readonly dominated: boolean;
  readonly worstOff: number;
  readonly mean: number;
  readonly hours: number | null;
  readonly cost: number;
  readonly gap: number;
}

const WIDTH = 412;
const LEFT = 48;
const RIGHT = WIDTH - 22;
const PANELS = [
  { name: 'worst', top: 26, floor: 128 },
  { name: 'hours', top: 166, floor: 258 },
] as const;
const HEIGHT = 284;

/** A round number at or above n: 1, 1.5, 2, 2.5 … times a power of ten. */
function roundUp(n: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1e-6, n))) / 2;
  return Math.ceil(n / unit - 1e-9) * unit;
}

/** Round costs around all of these, three or four steps apart. */
function costTicks(costs: readonly number[]): number[] {
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const step = roundUp(Math.max(1, most - least) / 3);
  const first = Math.max(0, Math.floor(least / step));
  return Array.from({ length: Math.ceil(most / step) - first + 1 }, (_, index) => (first + index) * step);
}

interface ChartProps {
  readonly marks: readonly Mark[];
  readonly picked: string | null;
  readonly chosen: Policy;
  readonly onPick: (id: string) => void;
  readonly figures: Figures;
}

export function FrontierChart({ marks, picked, chosen, onPick, figures }: ChartProps): ReactElement {
  const { t } = useTranslation();
  const [best, slow] = [Math.min(1, roundUp(Math.max(...marks.map(({ worstOff }) => worstOff), 0.01) * 1.15)), roundUp(Math.max(...marks.map(({ hours }) => hours ?? 0), 1) * 1.1)];
  const ticks = costTicks(marks.map(({ cost }) => cost));
  const [from, dear] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (cost: number): number => LEFT + ((cost - from) / Math.max(1, dear - from)) * (RIGHT - LEFT);
  const shareOf = { worst: (mark: Mark) => mark.worstOff / best, hours: (mark: Mark) => (mark.hours ?? 0) / slow };
  const tick = { worst: (share: number) => figures.percent(share * best), hours: (share: number) => `${figures.decimal(share * slow, 0)} h` };
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="group" aria-label={t('frontier.chart')}>
      {PANELS.map(({ name, top, floor }) => {
        const y = (share: number): number => floor - share * (floor - top);
        return (
          <g key={name}>
            <text x={LEFT - 40} y={top - 11} className="strong">
              {t(`frontier.${name}`)}
            </text>
            {[0.5, 1].map((share) => (
              <g key={share} aria-hidden="true">
                <path d={`M${LEFT} ${y(share)}H${RIGHT}`} stroke="var(--ab-rule-soft)" />
                <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
                  {tick[name](share)}
                </text>
              </g>
            ))}
            <path d={`M${LEFT} ${floor}H${RIGHT}`} stroke="var(--ab-ink)" />
            {marks.map((mark) => (
              <Spot key={`${mark.kind} ${mark.id}`} mark={mark} x={x(mark.cost)} y={y(shareOf[name](mark))} isOn={mark.kind === 'point' ? mark.id === picked : mark.id === chosen} onPick={name === 'worst' && mark.kind === 'point' ? onPick : null} isNamed={name === 'worst'} figures={figures} />
            ))}
          </g>
        );
      })}
      {ticks.map((cost, index) => (
        <text key={cost} x={x(cost)} y={HEIGHT - 8} textAnchor={index === ticks.length - 1 ? 'end' : 'middle'} aria-hidden="true">
          {figures.euros(cost)}
        </text>
      ))}
    </svg>
  );
}

interface SpotProps {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
  /** null: it is drawn only; the other panel has its button. */
  readonly onPick: ((id: string) => void) | null;
  /** Policies bear their names in one panel. */
  readonly isNamed: boolean;
  readonly figures: Figures;
}

function Spot({ mark, x, y, isOn, onPick, isNamed, figures }: SpotProps): ReactElement {
  const { t } = useTranslation();
  const look = { fill: isOn ? 'var(--ab-ink)' : 'var(--ab-surface)', stroke: mark.dominated ? 'var(--ab-edge)' : 'var(--ab-ink)', strokeWidth: 1.75 };
  if (mark.kind === 'policy')
    return (
      <g aria-hidden="true">
        <rect x={x - 7.5} y={y - 7.5} width="15" height="15" fill="none" stroke="var(--ab-ink)" strokeWidth={isOn ? 2.5 : 1.25} />
        {isNamed && (
          <text x={Math.min(x, RIGHT - 30)} y={y - 12} textAnchor="middle" className={isOn ? 'name strong' : 'name'}>
            {mark.name}
          </text>
        )}
      </g>
    );
  const label = t('frontier.choose', { point: mark.name, worst: figures.percent(mark.worstOff), hours: mark.hours === null ? '–' : `${figures.decimal(mark.hours)} h`, cost: figures.euros(mark.cost), gap: figures.percent(mark.gap) });
  const circle = <circle cx={x} cy={y} r={isOn ? 5.5 : 4} {...look} />;
  if (onPick === null) return <g aria-hidden="true">{circle}</g>;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPick(mark.id);
  };
  return (
    <g role="button" tabIndex={0} aria-pressed={isOn} aria-label={label} className="spot" onClick={() => onPick(mark.id)} onKeyDown={onKeyDown}>
      <title>{label}</title>
      <circle cx={x} cy={y} r="12" fill="transparent" />
      {circle}
    </g>
  );
}
