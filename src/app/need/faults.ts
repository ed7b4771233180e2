// What is wrong with what was told: with single counts, with the parts of an area beside the whole, with parameters. Nothing is
// mended by it.

import type { Situation } from '../plan/situation.ts';
import type { AreaCode } from '../../domain/ids.ts';
import { countFault, CUMULATIVE, type CountFault } from '../../domain/need/counts.ts';
import type { LocalDate } from '../../domain/time.ts';
import { isAllOf, seriesFaults, seriesOf, sumsDiffer } from '../../need/series.ts';
import { count, percent } from '../figures.ts';
import { effectiveIn, settingsOf, sharesOf } from './parameters.ts';
import type { AreaNeed } from './shape.ts';
import type { Telling } from './tellings.ts';

/** Gaps are no fault here: an operation enters the counts that it needs, not every day's. */
export function countFaults(tellings: readonly Telling[], today: LocalDate): CountFault[] {
  const counts = tellings.flatMap((telling) => telling.counts);
  const own = [...CUMULATIVE].flatMap((measure) => seriesFaults(counts, measure, today)).filter(({ kind }) => kind !== 'gap');
  return [...own, ...[...CUMULATIVE].flatMap((measure) => sumsDiffer(seriesOf(counts, measure)))];
}

/** A sum of whole units may miss the whole by its roundings, and by a patient who is moved while both are counted. */
const TOLERATED = 0.01;

/** The estimates of the parts of an area beside that of the area itself: all regions of a country must make it up, and some can never exceed it. */
export function levelFaults(rows: readonly AreaNeed[]): CountFault[] {
  return rows.flatMap((whole) => {
    if (whole.perDay === null || whole.level === 'hospital') return [];
    const parts = rows.filter(({ within, item, perDay }) => within === whole.area && item === whole.item && perDay !== null);
    if (parts.length === 0) return [];
    const sum = parts.reduce((total, { perDay }) => total + (perDay?.central ?? 0), 0);
    const own = whole.perDay.central;
    const over = sum - own;
    const isFault = Math.abs(over) > Math.max(TOLERATED * own, parts.length) && (over > 0 || isAllOf(whole.area, parts.filter(({ level }) => level === 'region').length));
    if (!isFault) return [];
    const named = parts.map(({ recipient, area }) => recipient ?? area);
    const how = `${named.slice(0, 3).join(', ')}${named.length > 3 ? ` and ${named.length - 3} more` : ''} in ${whole.area}: ${count(sum)} ${whole.item} a day, ${whole.area} itself ${count(own)}, so ${count(Math.abs(over))} ${over > 0 ? 'more' : 'fewer'}`;
    return [countFault('parts-differ', { area: whole.area, value: String(sum) }, how, 'see which of the two was counted later or by another parameter; each is used as it is')];
  });
}

/** Shares of severity that were set and do not make a whole, everywhere and in each area that has its own. */
export function parameterFaults({ facts }: Situation): CountFault[] {
  const settings = settingsOf(facts);
  const areas = new Set<AreaCode | null>([null, ...settings.flatMap(({ set }) => set.area ?? [])]);
  return [...areas].flatMap((area) => {
    const sum = sharesOf(effectiveIn(settings, area));
    return sum === null ? [] : [countFault('shares-differ', { area, value: String(sum) }, `the shares of mild, moderate, severe and critical cases${area === null ? '' : ` in ${area}`} add up to ${percent(sum)}`, 'set the four of them so that they make 100%')];
  });
}
