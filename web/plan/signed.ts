// Differences in words: with their sign, and ±0 where there is none to speak of.

import type { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';

type Say = ReturnType<typeof useTranslation>['t'];
const sign = (n: number): string => (n > 0 ? '+' : '−');

/** Percentage points of a share: `+0.3 pts`. */
export const pointsText = (share: number, figures: Figures, t: Say): string => (Math.abs(share) < 5e-4 ? '±0' : t('whyPanel.points', { n: `${sign(share)}${figures.decimal(Math.abs(share) * 100)}` }));
export const eurosText = (euros: number, figures: Figures): string => (Math.abs(euros) < 0.5 ? '±0' : `${sign(euros)}${figures.euros(Math.abs(euros))}`);
export const hoursText = (hours: number, figures: Figures, t: Say): string => (Math.abs(hours) < 0.05 ? '±0' : t('whyPanel.hours', { n: `${sign(hours)}${figures.decimal(Math.abs(hours))}` }));
