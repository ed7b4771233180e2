// Cost against hours, CO₂ as the area of the circle: one for each hub. The table beside it has the figures; a circle picks its row.

import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { codesOf, namesOf, type Outcome } from './scene.ts';

const [WIDTH, HEIGHT] = [460, 300];
const BOX = { left: 56, right: WIDTH - 24, top: 24, floor: HEIGHT - 44 };
const [SMALLEST, LARGEST] = [4, 15];

interface TradeOffProps {
  readonly found: HubChoiceAnswer;
  readonly picked: string;
  readonly onPick: (hub: string) => void;
  readonly figures: Figures;
}

export function TradeOff({ found, picked, onPick, figures }: TradeOffProps): ReactElement {
  const { t } = useTranslation();
  const rows = found.ranking.filter(({ hours }) => hours.mean !== null);
  const [costs, hours] = [spanOf(rows.map(({ cost }) => cost)), spanOf(rows.map((it) => it.hours.mean ?? 0))];
  const most = Math.max(1, ...rows.map(({ co2Kg }) => co2Kg));
  const x = (cost: number): number => BOX.left + costs.share(cost) * (BOX.right - BOX.left);
  const y = (mean: number): number => BOX.floor - hours.share(mean) * (BOX.floor - BOX.top);
  const rOf = ({ co2Kg }: Outcome): number => SMALLEST + Math.sqrt(co2Kg / most) * (LARGEST - SMALLEST);
  const codeOf = codesOf(found.candidates);
  const named = legible(rows.toSorted((a, b) => Number(b.hub === picked) - Number(a.hub === picked)).map((row) => ({ hub: row.hub, x: x(row.cost), y: y(row.hours.mean ?? 0) - rOf(row), width: codeOf(row).length * 9 })));
  return (
    <section className="trade" aria-labelledby="trade">
      <h2 className="head" id="trade">
        {t('hubs.trade')} <span>{t('hubs.tradeSub')}</span>
      </h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="group" aria-label={t('hubs.tradeLabel')}>
        <g aria-hidden="true">
          <path d={`M${BOX.left} ${BOX.top}V${BOX.floor}H${BOX.right}`} fill="none" stroke="var(--ab-ink)" />
          <text x={BOX.left} y={BOX.top - 9} textAnchor="middle" className="axis">{t('hubs.mean')}</text>
          <text x={BOX.right} y={HEIGHT - 6} textAnchor="end" className="axis">{t('hubs.cost')}</text>
          {hours.ticks.map((tick) => <text key={tick} x={BOX.left - 6} y={y(tick) + 4} textAnchor="end">{figures.count(tick)}</text>)}
          {costs.ticks.map((tick) => <text key={tick} x={x(tick)} y={BOX.floor + 16} textAnchor="middle">{figures.euros(tick)}</text>)}
        </g>
        {rows.map((row) => (
          <Spot key={row.hub} row={row} x={x(row.cost)} y={y(row.hours.mean ?? 0)} r={rOf(row)} code={named.has(row.hub) ? codeOf(row) : ''} isOn={row.hub === picked} onPick={onPick} label={t('hubs.tradeSpot', { hub: namesOf(found.candidates)(row), cost: figures.euros(row.cost), hours: figures.decimal(row.hours.mean ?? 0), co2: figures.count(row.co2Kg) })} />
        ))}
      </svg>
    </section>
  );
}

const LINE = 14;

/** Those whose names find room, the first before the others; the rest are named by their label and in the table. */
function legible(labels: readonly { readonly hub: string; readonly x: number; readonly y: number; readonly width: number }[]): ReadonlySet<string> {
  const kept: (typeof labels)[number][] = [];
  for (const label of labels) if (kept.every(({ x, y, width }) => Math.abs(x - label.x) > (width + label.width) / 2 || Math.abs(y - label.y) > LINE)) kept.push(label);
  return new Set(kept.map(({ hub }) => hub));
}

interface SpotProps {
  readonly row: Outcome;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly code: string;
  readonly isOn: boolean;
  readonly onPick: (hub: string) => void;
  readonly label: string;
}

function Spot({ row, x, y, r, code, isOn, onPick, label }: SpotProps): ReactElement {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPick(row.hub);
  };
  return (
    <g role="button" tabIndex={0} aria-pressed={isOn} aria-label={label} className="spot" onClick={() => onPick(row.hub)} onKeyDown={onKeyDown}>
      <title>{label}</title>
      <circle cx={x} cy={y} r="12" fill="transparent" />
      <circle cx={x} cy={y} r={r} fill={isOn ? 'var(--ab-ink)' : 'var(--ab-surface)'} fillOpacity={isOn ? 1 : 0.7} stroke="var(--ab-ink)" strokeWidth="1.5" />
      <text x={x} y={y - r - 3} textAnchor="middle" className={isOn ? 'strong' : undefined}>
        {code}
      </text>
    </g>
  );
}

const STEPS = 3;

/** A round axis around all of these. */
function spanOf(values: readonly number[]): { readonly ticks: readonly number[]; readonly share: (value: number) => number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, (most - least) / STEPS)));
  const step = Math.max(1, Math.ceil((most - least) / STEPS / unit) * unit);
  const first = Math.floor(least / step) * step;
  const count = Math.max(1, Math.ceil((most - first) / step));
  return { ticks: Array.from({ length: count + 1 }, (_, k) => first + k * step), share: (value) => (value - first) / (count * step) };
}
