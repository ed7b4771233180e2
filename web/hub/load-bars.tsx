// A load against its aircraft: weight, volume and positions, each a small bar with its figures in words. Where the aircraft's figure
// is not known there is no bar. What is built already counts by what it stands on, the rest by volume (domain/airlift/load.ts).

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHub, type Arrival } from './scene.ts';

const WIDTH = 56;

export function LoadBars({ load }: { readonly load: Arrival['load'] }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  const rows = [
    { name: 'weight', is: load.grams / 1e6, most: load.payload === null ? null : load.payload / 1e6, text: (n: number) => `${figures.decimal(n)} t` },
    { name: 'volume', is: load.volume / 1e6, most: load.capacity === null ? null : load.capacity / 1e6, text: (n: number) => `${figures.count(n)} m³` },
    ...(load.positionsTaken === null ? [] : [{ name: 'positions' as const, is: load.positionsTaken, most: load.positions, text: figures.count }]),
  ] as const;
  const built = [
    ...(load.built.ulds === 0 ? [] : [t('hub.load.ulds', { count: load.built.ulds, n: figures.count(load.built.ulds) })]),
    ...(load.built.pallets === 0 ? [] : [t('hub.load.built', { count: load.built.pallets, n: figures.count(load.built.pallets) })]),
  ];
  return (
    <ul className="load-bars">
      {rows.map(({ name, is, most, text }) => (
        <li key={name}>
          <span>{t(`hub.load.${name}`)}</span>
          {most === null ? <span /> : <Gauge share={is / Math.max(1e-9, most)} />}
          <span>
            {text(is)}
            {most !== null && <span className="quiet"> / {text(most)}</span>}
          </span>
        </li>
      ))}
      <li>
        <span>{t('hub.load.pallets')}</span>
        <span>{figures.count(load.pallets)}</span>
        <span className="quiet">{built.join(', ')}</span>
      </li>
    </ul>
  );
}

/** What is over the whole is hatched, beyond the line that marks it. */
function Gauge({ share }: { readonly share: number }): ReactElement {
  const whole = share > 1 ? WIDTH / Math.min(share, 2) : WIDTH;
  return (
    <svg width={WIDTH} height="9" aria-hidden="true">
      <rect x=".5" y=".5" width={whole - 1} height="8" fill="var(--ab-surface)" stroke="var(--ab-edge)" />
      <rect x=".5" y=".5" width={Math.max(0, Math.min(share, 1) * whole - 1)} height="8" fill="var(--ab-ink-3)" />
      {share > 1 && <rect x={whole} y=".5" width={WIDTH - whole - 0.5} height="8" fill="url(#fill-problem)" stroke="var(--ab-problem-ink)" />}
    </svg>
  );
}
