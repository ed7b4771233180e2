// What the essential-supplies forecast rests on. Use a bed-day is what the WHO's tool gives once its staffing and its
// use a contact are multiplied out; the spread is ours, because the tool gives one figure only.

import type { Parameter } from './parameter.ts';

const ESFT = 'WHO COVID-19 Essential Supplies Forecasting Tool';
const share = (value: number, of: string): Parameter => ({ value, unit: 'share of cases', source: ESFT, note: `${of}; default of the tool` });
const aBedDay = (value: number): Parameter => ({ value, unit: 'units a bed-day', source: ESFT, note: 'derived: health workers a patient × contacts × use a contact, at the defaults of the tool' });

export interface SupplyParameters {
  readonly severity: Readonly<Record<'mild' | 'moderate' | 'severe' | 'critical', Parameter>>;
  readonly stay: Readonly<Record<'severe' | 'critical', Parameter>>;
  /** Item → use by a patient on a ward, and in intensive care. */
  readonly perBedDay: ReadonlyMap<string, Readonly<Record<'severe' | 'critical', Parameter>>>;
  /** What the central figure is multiplied by. */
  readonly spread: Readonly<Record<'low' | 'high', Parameter>>;
}

export const ESFT_DEFAULTS: SupplyParameters = {
  severity: { mild: share(0.4, 'treated at home'), moderate: share(0.4, 'treated at home or isolated'), severe: share(0.15, 'a ward bed'), critical: share(0.05, 'an intensive-care bed') },
  stay: {
    severe: { value: 7, unit: 'days', source: ESFT, note: 'one week' },
    critical: { value: 14, unit: 'days', source: ESFT, note: 'two weeks' },
  },
  perBedDay: new Map([
    ['surgical-mask', { severe: aBedDay(11.6), critical: aBedDay(19) }],
    ['ffp2', { severe: aBedDay(2.3), critical: aBedDay(4.1) }],
    ['gown', { severe: aBedDay(2.4), critical: aBedDay(4.3) }],
  ]),
  spread: {
    low: { value: 0.75, unit: 'factor', source: 'assumption', note: 'wards that already stretch what they have: longer wear, fewer entries' },
    high: { value: 1.25, unit: 'factor', source: 'assumption', note: 'wards with more staff or more changes than the defaults' },
  },
};
