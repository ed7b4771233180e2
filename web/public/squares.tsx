// A promise as squares, one for a carton: at most a thousand, a lost one is one of them. Twenty a column, filled the way one reads;
// twenty-five a row on a phone. Each state is one path.

import type { ReactElement } from 'react';
import type { StoryPromise } from '../../src/http/contract/public.ts';
import { STATES, fillOf, inkOf, type State } from '../shared/custody.tsx';
import { fill, type Tools } from './page-tools.tsx';

const MOST = 1_000;

export interface Squares {
  /** Units that one square stands for. */
  readonly each: number;
  readonly total: number;
  readonly of: Readonly<Record<State, number>>;
}

/** As many cartons as make a thousand squares or fewer; what is not nothing has a square at least. */
export function squaresOf({ parts }: Pick<StoryPromise, 'parts'>, unitsPerCarton: number): Squares {
  const whole = STATES.reduce((sum, state) => sum + parts[state].value, 0);
  const each = unitsPerCarton * Math.max(1, Math.ceil(whole / unitsPerCarton / MOST));
  const total = Math.max(Math.round(whole / each), STATES.filter((state) => parts[state].value > 0).length);
  const counted = STATES.map((state) => ({ state, exact: parts[state].value / each, n: parts[state].value === 0 ? 0 : Math.max(1, Math.floor(parts[state].value / each)) }));
  const over = (): number => counted.reduce((sum, { n }) => sum + n, 0) - total;
  for (const it of counted.toSorted((a, b) => b.exact - b.n - (a.exact - a.n))) if (over() < 0 && it.n > 0) it.n += 1;
  while (over() < 0) counted.reduce((most, it) => (it.exact > most.exact ? it : most)).n += 1;
  while (over() > 0) counted.reduce((most, it) => (it.n > most.n ? it : most)).n -= 1;
  return { each, total, of: Object.fromEntries(counted.map(({ state, n }) => [state, n])) as Record<State, number> };
}

interface Grid {
  readonly className: string;
  readonly lines: number;
  readonly isByColumn: boolean;
}
const GRIDS: readonly Grid[] = [{ className: 'squares wide', lines: 20, isByColumn: true }, { className: 'squares narrow', lines: 25, isByColumn: false }];
const STEP = 20;
const SIDE = 17;

export function SquareMeter({ tools, promise, squares }: { readonly tools: Tools; readonly promise: StoryPromise; readonly squares: Squares }): ReactElement {
  const { words, figures, wish } = tools;
  const parts = STATES.filter((state) => promise.parts[state].value > 0).map((state) => `${words.state[state]} ${figures.count(promise.parts[state].value)}`);
  const label = fill(words.text.squaresLabel, { total: figures.count(squares.total), parts: parts.join(', ') });
  return (
    <>
      {GRIDS.map(({ className, lines, isByColumn }) => {
        const across = Math.ceil(squares.total / lines);
        const [width, height] = isByColumn ? [across * STEP, lines * STEP] : [lines * STEP, across * STEP];
        let next = 0;
        return (
          <svg key={className} className={className} viewBox={`0 0 ${width - STEP + SIDE + 2} ${height - STEP + SIDE + 2}`} role="img" aria-label={label}>
            {STATES.map((state) => {
              const from = next;
              next += squares.of[state];
              const at = (n: number): [number, number] => (isByColumn ? [Math.floor(n / lines), n % lines] : [n % lines, Math.floor(n / lines)]);
              const path = Array.from({ length: squares.of[state] }, (_, index) => {
                const [column, row] = at(from + index);
                // Filled the way one reads: from the right where one reads from the right.
                const x = wish.dir === 'rtl' ? width - STEP - column * STEP : column * STEP;
                return `M${x + 0.5} ${row * STEP + 0.5}h${SIDE}v${SIDE}h-${SIDE}z`;
              }).join('');
              return path === '' ? null : <path key={state} d={path} fill={fillOf(state)} stroke={inkOf(state)} strokeDasharray={state === 'outstanding' ? '2 2' : undefined} />;
            })}
          </svg>
        );
      })}
    </>
  );
}
