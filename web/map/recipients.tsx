// Recipients on the map: area by need a day, sectors by what is delivered, onward, allocated and planned of fourteen days'
// need. Where nobody brings the item, the circle is dashed: not ours to serve. A circle may stand for several (clusters.ts).

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holding } from '../../src/http/contract/picture.ts';
import { fillOf, inkOf } from '../shared/custody.tsx';
import type { Figures } from '../shared/figures.ts';
import type { Asking } from './clusters.ts';
import { sector, type Circle, type Point } from './geometry.ts';

/** Days of need that a full circle stands for. */
export const DAYS = 14;

export interface Spot {
  readonly id: string;
  /** By need, the largest first. */
  readonly members: readonly Asking[];
  /** Of all members together. */
  readonly holding: Holding;
  readonly name: string;
  readonly home: Point;
  readonly circle: Circle;
  readonly served: boolean;
}

const STEPS = [
  ['delivered', (holding: Holding) => holding.delivered.value],
  ['onward', (holding: Holding) => holding.onward],
  ['allocated', (holding: Holding) => holding.allocated],
] as const;

export const coveredOf = (holding: Holding): number => holding.delivered.value + holding.onward + holding.allocated + holding.planned;
export const coverOf = (holding: Holding): number => Math.min(1, coveredOf(holding) / Math.max(1, holding.perDay.value * DAYS));

export function Disc({ circle: { x, y, r }, holding, served }: Pick<Spot, 'circle' | 'holding' | 'served'>): ReactElement {
  const whole = Math.max(1, holding.perDay.value * DAYS);
  let from = 0;
  const parts = STEPS.map(([state, of]) => {
    const until = Math.min(1, from + of(holding) / whole);
    const part = until - from < 0.002 ? null : <path key={state} d={sector(x, y, r, from, until)} fill={fillOf(state)} stroke={inkOf(state)} strokeWidth="1" />;
    from = until;
    return part;
  });
  const planned = Math.min(1, from + holding.planned / whole);
  return (
    <>
      <circle className={served ? 'disc' : 'disc elsewhere'} cx={x} cy={y} r={r} />
      {parts}
      {planned - from > 0.002 && <path d={sector(x, y, r, from, planned)} fill="var(--ab-allocated-wash)" stroke={inkOf('allocated')} strokeWidth="1" strokeDasharray="3 2" />}
      {served && <circle cx={x} cy={y} r={r} fill="none" stroke="var(--ab-ink)" strokeWidth="1.2" />}
    </>
  );
}

interface SpotProps {
  readonly spot: Spot;
  readonly figures: Figures;
  readonly opened: boolean;
  readonly onToggle: (id: string) => void;
}

export function SpotOnMap({ spot, figures, opened, onToggle }: SpotProps): ReactElement {
  const { t } = useTranslation();
  const { id, holding, name, circle, home, members } = spot;
  const label = t('map.recipientLabel', { name, need: `${figures.count(holding.perDay.value)} ${figures.item(holding.item)}`, covered: figures.percent(coverOf(holding)) });
  const moved = Math.hypot(home[0] - circle.x, home[1] - circle.y) > circle.r;
  return (
    <>
      {moved && <path className="leader" d={`M${home[0]} ${home[1]}L${circle.x} ${circle.y}`} />}
      <g className="recipient" role="button" tabIndex={0} aria-label={label} aria-expanded={opened} aria-haspopup="dialog" onClick={() => onToggle(id)} onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onToggle(id);
      }}>
        <circle cx={circle.x} cy={circle.y} r={Math.max(12, circle.r)} fill="transparent" />
        {members.length > 1 && <circle className="several" cx={circle.x} cy={circle.y} r={circle.r + 3} />}
        <Disc {...spot} />
      </g>
    </>
  );
}
