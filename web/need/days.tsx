// Days of supply as a small interval on an axis of two weeks: a line from the low end to the high one, a ring where it most likely
// is, an arrow where it goes on. Ink alone, so that it reads in greyscale; the figures stand beside it.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { intervalOf } from './interval.ts';
import type { Band } from './scene.ts';

const WIDTH = 112;
const HEIGHT = 15;
const PAD = 5;
const MIDDLE = 7;

export function DaysInterval({ band, figures }: { readonly band: Band; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const { from, until, middle, isBeyond } = intervalOf(band);
  const x = (share: number): number => PAD + share * (WIDTH - 2 * PAD);
  const label = t('need.table.band', { low: figures.decimal(band.low), high: figures.decimal(band.high), central: figures.decimal(band.central) });
  return (
    <svg className="days" width={WIDTH} height={HEIGHT} role="img" aria-label={isBeyond ? `${label}, ${t('need.table.beyond')}` : label}>
      <path className="axis" d={`M${x(0)} ${MIDDLE}H${x(1)}M${x(0)} ${MIDDLE - 3}V${MIDDLE + 3}M${x(0.5)} ${MIDDLE - 2}V${MIDDLE + 2}`} />
      <path className="band" d={`M${x(from)} ${MIDDLE - 4}V${MIDDLE + 4}M${x(from)} ${MIDDLE}H${x(until)}${isBeyond ? `M${x(1) - 4} ${MIDDLE - 4}L${x(1)} ${MIDDLE}L${x(1) - 4} ${MIDDLE + 4}` : `M${x(until)} ${MIDDLE - 4}V${MIDDLE + 4}`}`} />
      {middle < 1 && <circle cx={x(middle)} cy={MIDDLE} r="3" />}
    </svg>
  );
}
