// Recipients on the map: area by need a day, sectors by what is delivered, onward, allocated and planned of fourteen days'
// need. Where nobody brings the item, the circle is dashed: not ours to serve.

import { Popover } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holding, Picture, RecipientInPicture } from '../../src/http/contract/picture.ts';
import { fillOf, inkOf } from '../shared/custody.tsx';
import type { Figures } from '../shared/figures.ts';
import { Sourced } from '../shared/sourced.tsx';
import { sector, type Circle } from './geometry.ts';

/** Days of need that a full circle stands for. */
export const DAYS = 14;

export interface Spot {
  readonly recipient: RecipientInPicture;
  readonly holding: Holding;
  readonly name: string;
  readonly home: readonly [number, number];
  readonly circle: Circle;
  readonly served: boolean;
}

const STEPS = [
  ['delivered', (holding: Holding) => holding.delivered.value],
  ['onward', (holding: Holding) => holding.onward],
  ['allocated', (holding: Holding) => holding.allocated],
] as const;

export const coveredOf = (holding: Holding): number => holding.delivered.value + holding.onward + holding.allocated + holding.planned;

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
  readonly picture: Picture;
  readonly figures: Figures;
}

export function SpotOnMap({ spot, picture, figures }: SpotProps): ReactElement {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { holding, name, circle, home } = spot;
  const covered = figures.percent(Math.min(1, coveredOf(holding) / Math.max(1, holding.perDay.value * DAYS)));
  const label = t('map.recipientLabel', { name, need: `${figures.count(holding.perDay.value)} ${figures.item(holding.item)}`, covered });
  const toggle = (): void => setOpened((it) => !it);
  return (
    <Popover opened={opened} onChange={setOpened} withinPortal trapFocus returnFocus position="right">
      {Math.hypot(home[0] - circle.x, home[1] - circle.y) > circle.r && <path className="leader" d={`M${home[0]} ${home[1]}L${circle.x} ${circle.y}`} />}
      <Popover.Target>
        <g className="recipient" role="button" tabIndex={0} aria-label={label} aria-expanded={opened} onClick={toggle} onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          event.stopPropagation();
          toggle();
        }}>
          <circle cx={circle.x} cy={circle.y} r={Math.max(12, circle.r)} fill="transparent" />
          <Disc {...spot} />
        </g>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>{opened && <About spot={spot} picture={picture} figures={figures} />}</Popover.Dropdown>
    </Popover>
  );
}

function About({ spot: { recipient, holding, name }, picture, figures }: SpotProps): ReactElement {
  const { t } = useTranslation();
  const unit = t('source.units', { item: figures.item(holding.item) });
  const plan = picture.plan?.plan ?? '';
  return (
    <div className="about" tabIndex={0} data-autofocus>
      <h3>{name}</h3>
      <p className="quiet">{recipient.name}</p>
      <p>
        <Sourced value={figures.count(holding.perDay.value)} unit={t('source.perDay', { item: figures.item(holding.item) })} facts={holding.perDay.facts}>
          {t('map.needs', { n: figures.count(holding.perDay.value) })}
        </Sourced>
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('state.delivered')}</th>
            <td>
              <Sourced value={figures.count(holding.delivered.value)} unit={unit} facts={holding.delivered.facts} />
            </td>
          </tr>
          {(['onward', 'allocated', 'planned'] as const).map((state) => (
            <tr key={state}>
              <th scope="row">{t(`state.${state}`)}</th>
              <td>{state === 'planned' && plan !== '' ? <Sourced value={figures.count(holding.planned)} unit={unit} plan={plan} /> : figures.count(holding[state])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
