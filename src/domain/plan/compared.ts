// The figures by which plans are laid side by side: how each is read off a plan, in what it is counted, and which way is better. Not
// here: how a figure is written, which is a matter of language, and the plans themselves.

import type { PlanFigures } from './plan.ts';

export interface ComparedPlan extends PlanFigures {
  /** Least covered share among the needs that the operation as it stands can reach in time: the same needs in every plan beside it. */
  readonly worstOff: number;
  /** Cartons handed over. */
  readonly cartons: number;
}

export interface ComparedFigure {
  readonly name: 'worstOff' | 'mean' | 'gini' | 'median' | 'last' | 'cost' | 'co2' | 'cartons' | 'objective' | 'gap';
  /** share: 0 to 1, differences in points. index: 0 to 1, in hundredths. */
  readonly measure: 'share' | 'fine-share' | 'index' | 'hours' | 'euros' | 'kg' | 'cartons';
  readonly better: 'more' | 'less';
  /** Null where nothing is sent. */
  readonly of: (plan: ComparedPlan) => number | null;
}

/** What a planner weighs. */
export const WEIGHED: readonly ComparedFigure[] = [
  { name: 'worstOff', measure: 'share', better: 'more', of: ({ worstOff }) => worstOff },
  { name: 'mean', measure: 'share', better: 'more', of: ({ coverage }) => coverage.mean },
  { name: 'gini', measure: 'index', better: 'less', of: ({ coverage }) => coverage.gini },
  { name: 'median', measure: 'hours', better: 'less', of: ({ hours }) => hours.median },
  { name: 'last', measure: 'hours', better: 'less', of: ({ hours }) => hours.last },
  { name: 'cost', measure: 'euros', better: 'less', of: ({ cost }) => cost },
  { name: 'co2', measure: 'kg', better: 'less', of: ({ co2Kg }) => co2Kg },
  { name: 'cartons', measure: 'cartons', better: 'more', of: ({ cartons }) => cartons },
];

/** The same, and how good a plan is of its kind. */
export const COMPARED: readonly ComparedFigure[] = [
  ...WEIGHED,
  { name: 'objective', measure: 'euros', better: 'less', of: ({ objective }) => objective },
  { name: 'gap', measure: 'fine-share', better: 'less', of: ({ gap }) => gap },
];

/** The best value among some; null where none has one. */
export function bestOf(figure: ComparedFigure, plans: readonly ComparedPlan[]): number | null {
  const values = plans.flatMap((plan) => figure.of(plan) ?? []);
  return values.length === 0 ? null : figure.better === 'more' ? Math.max(...values) : Math.min(...values);
}

/** Where a plan has no such figure. */
const NOTHING = '–';

/** A figure of a plan, as it is written. */
export function writtenOf({ of }: ComparedFigure, plan: ComparedPlan, write: (value: number) => string): string {
  const value = of(plan);
  return value === null ? NOTHING : write(value);
}

/** How far a figure of one plan lies from that of another, as it is written. */
export function writtenApart({ of }: ComparedFigure, from: ComparedPlan, to: ComparedPlan, write: (value: number) => string): string {
  const [was, is] = [of(from), of(to)];
  return was === null || is === null ? NOTHING : differenceOf(was, is, write);
}

/** Which way a figure went, and how far: `+3`, `−3`, or `±0` where what is written of the difference is nothing. */
export function differenceOf(from: number, to: number, write: (value: number) => string): string {
  const written = write(Math.abs(to - from));
  return `${written === write(0) ? '±' : to > from ? '+' : '−'}${written}`;
}
