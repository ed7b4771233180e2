// The figures by which plans are laid side by side, as a terminal writes them. Which they are, and how they are read off a plan:
// domain/plan/compared.ts.

import { count, decimal, percent } from '../app/figures.ts';
import { writtenApart, writtenOf, type ComparedFigure, type ComparedPlan } from '../domain/plan/compared.ts';

export const TITLES: Readonly<Record<ComparedFigure['name'], string>> = {
  worstOff: 'worst-off', mean: 'mean cover', gini: 'Gini', median: 'middle, h', last: 'last, h', cost: 'cost, €', co2: 'CO₂, kg', cartons: 'cartons', objective: 'objective, €', gap: 'gap',
};

interface Written {
  readonly value: (value: number) => string;
  /** Of a share: in points, which whoever prints it says. */
  readonly difference: (value: number) => string;
}

const fine = (share: number): string => (share * 100).toFixed(2);
const hundredths = (index: number): string => index.toFixed(2);
const WRITTEN: Readonly<Record<ComparedFigure['measure'], Written>> = {
  share: { value: percent, difference: (share) => decimal(share * 100) },
  'fine-share': { value: (share) => `${fine(share)}%`, difference: fine },
  index: { value: hundredths, difference: hundredths },
  hours: { value: decimal, difference: decimal },
  euros: { value: count, difference: count },
  kg: { value: count, difference: count },
  cartons: { value: count, difference: count },
};

export const valueText = (figure: ComparedFigure, plan: ComparedPlan): string => writtenOf(figure, plan, WRITTEN[figure.measure].value);

/** Of shares in points. */
export const differenceText = (figure: ComparedFigure, from: ComparedPlan, to: ComparedPlan): string => writtenApart(figure, from, to, WRITTEN[figure.measure].difference);
