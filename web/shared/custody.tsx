// The states of custody as people see them: one hue and one fill each, the same in bar, ledger, map and timeline. Promised is
// hollow, consigned hatched, lost cross-hatched, so that colour is never alone.

import type { ReactElement } from 'react';

export const STATES = ['delivered', 'lost', 'onward', 'allocated', 'atHub', 'inTheAir', 'consigned', 'outstanding'] as const;
export type State = (typeof STATES)[number];

const TOKEN: Readonly<Record<State, string>> = { delivered: 'delivered', lost: 'problem', onward: 'onward', allocated: 'allocated', atHub: 'hub', inTheAir: 'air', consigned: 'consigned', outstanding: 'promised' };

export const inkOf = (state: State): string => `var(--ab-${TOKEN[state]}-ink)`;
export const fillOf = (state: State): string => (state === 'consigned' ? 'url(#fill-consigned)' : state === 'lost' ? 'url(#fill-problem)' : `var(--ab-${TOKEN[state]})`);

/** The fills that are patterns; once a page. */
export const Patterns = (): ReactElement => (
  <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
    <defs>
      <pattern id="fill-consigned" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--ab-consigned-wash)" />
        <rect width="2.5" height="5" fill="var(--ab-consigned)" />
      </pattern>
      <pattern id="fill-problem" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--ab-problem)" />
        <path d="M0 0H4M0 0V4" stroke="var(--ab-surface)" />
      </pattern>
      <pattern id="fill-closed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="1.4" height="5" fill="var(--ab-problem)" />
      </pattern>
    </defs>
  </svg>
);

export const Swatch = ({ state }: { readonly state: State }): ReactElement => (
  <svg width="11" height="11" aria-hidden="true">
    <rect x=".5" y=".5" width="10" height="10" fill={fillOf(state)} stroke={inkOf(state)} strokeDasharray={state === 'outstanding' ? '2 1.5' : undefined} />
  </svg>
);

export type Parts = Readonly<Record<State, number>>;

/** Least width of a part that is not nothing, in px of a 280 px bar. */
const LEAST = 2.5;

/** The bar of custody: delivered first, then back along the chain. Its figures stand beside it in words. */
export function Bar({ parts, height = 18, label }: { readonly parts: Parts; readonly height?: number; readonly label: string }): ReactElement {
  const width = 280;
  const all = STATES.reduce((sum, state) => sum + parts[state], 0);
  const isSmall = (state: State): boolean => parts[state] > 0 && (parts[state] / Math.max(1, all)) * width < LEAST;
  const room = width - 1 - STATES.filter(isSmall).length * LEAST;
  const large = STATES.reduce((sum, state) => sum + (isSmall(state) ? 0 : parts[state]), 0);
  let x = 0.5;
  return (
    <svg className="bar" viewBox={`0 0 ${width} ${height}`} width="100%" height={height} preserveAspectRatio="none" role="img" aria-label={label}>
      {STATES.map((state) => {
        if (parts[state] <= 0) return null;
        const share = isSmall(state) ? LEAST : (parts[state] / large) * room;
        const from = x;
        x += share;
        return <rect key={state} x={from} y=".5" width={Math.max(0, Math.min(share, width - 0.5 - from))} height={height - 1} fill={fillOf(state)} stroke={inkOf(state)} vectorEffect="non-scaling-stroke" strokeDasharray={state === 'outstanding' ? '3 2' : undefined} />;
      })}
    </svg>
  );
}
