// Series as they stood on a day → what each is projected to be 3, 7 and 14 days later.

import type { Measure } from '../../domain/need/counts.ts';
import { HORIZONS } from '../../need/projection-parameters.ts';
import { panelOf, projectionNow } from '../../need/projection.ts';
import { dateOf, dayOf, type DailySeries } from '../../need/series.ts';
import type { ProjectedCount } from './shape.ts';

/** @param series of one measure, none of them beyond the day that is asked about. */
export function projectionsOf(measure: Measure, series: readonly DailySeries[]): ProjectedCount[] {
  const panel = panelOf(series);
  if (panel === null) return [];
  return HORIZONS.flatMap((horizon) => {
    const made = projectionNow(panel, horizon);
    if (made === null) return [];
    const day = dayOf(panel.from) + made.day;
    return made.areas.flatMap(({ area, projected, baselines }) =>
      projected === null ? [] : [{ area, measure, from: dateOf(day), horizonDays: horizon, date: dateOf(day + horizon), ...projected, method: made.way.method, damping: made.way.damping, pastErrors: made.pastErrors, baselines }]);
  });
}
