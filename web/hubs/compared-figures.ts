// The figures by which plans are laid side by side, in the reader's language: what they are called and how they are written; in which
// order plans stand by one of them, and whose is the best. Which they are, and how they are read off a plan: domain/plan/compared.ts.

import type { TFunction } from 'i18next';
import { bestOf, WEIGHED, writtenApart, writtenOf, type ComparedFigure, type ComparedPlan } from '../../src/domain/plan/compared.ts';
import type { Figures } from '../shared/figures.ts';
import type { Sorted } from '../shared/table.tsx';

export interface FigureTexts {
  readonly head: (figure: ComparedFigure) => string;
  readonly value: (figure: ComparedFigure, plan: ComparedPlan) => string;
  /** Of shares in points. */
  readonly difference: (figure: ComparedFigure, from: ComparedPlan, to: ComparedPlan) => string;
}

export function figureTexts(figures: Figures, t: TFunction): FigureTexts {
  const points = (digits: number) => (share: number): string => t('hubs.whatIf.points', { n: figures.decimal(share * 100, digits) });
  const written: Readonly<Record<ComparedFigure['measure'], (value: number) => string>> = {
    share: figures.percent,
    'fine-share': (share) => t('hubs.whatIf.percentOf', { n: figures.decimal(share * 100, 2) }),
    index: (value) => figures.decimal(value, 2),
    hours: (value) => `${figures.decimal(value)} h`,
    euros: figures.euros,
    kg: figures.count,
    cartons: figures.count,
  };
  const apart = { ...written, share: points(1), 'fine-share': points(2) };
  return {
    head: ({ name }) => t(`hubs.figure.${name}`),
    value: (figure, plan) => writtenOf(figure, plan, written[figure.measure]),
    difference: (figure, from, to) => writtenApart(figure, from, to, apart[figure.measure]),
  };
}

/** Whether no plan beside it is written as better; where all are written alike, none is. */
export function isBest(figure: ComparedFigure, plan: ComparedPlan, all: readonly ComparedPlan[], { value }: Pick<FigureTexts, 'value'>): boolean {
  const best = bestOf(figure, all);
  const holder = all.find((it) => figure.of(it) === best);
  const own = value(figure, plan);
  return best !== null && holder !== undefined && own === value(figure, holder) && all.some((it) => value(figure, it) !== own);
}

interface Row {
  readonly name: string;
  readonly plan: (ComparedPlan & { readonly check: { readonly violations: readonly string[] } }) | null;
}

const names = new Intl.Collator();

/** By a figure, by what the check found, or by name; those without a figure stand last, whichever way. Null: as they are. */
export function inOrder<R extends Row>(rows: readonly R[], by: Sorted | null): readonly R[] {
  if (by === null) return rows;
  const turn = by.down ? -1 : 1;
  const figure = WEIGHED.find(({ name }) => name === by.column);
  if (figure === undefined && by.column !== 'check') return rows.toSorted((a, b) => turn * names.compare(a.name, b.name));
  const of = ({ plan }: R): number | null => (plan === null ? null : figure === undefined ? plan.check.violations.length : figure.of(plan));
  return rows.toSorted((a, b) => {
    const [own, other] = [of(a), of(b)];
    return own === null || other === null ? Number(own === null) - Number(other === null) : turn * (own - other);
  });
}
