// Until when a recipient's stock lasts, by the same figures as the need report: used at the rate of its own census where one stands,
// else at that of what it asks for, else of its cases; or at the rate that its store was really emptied, where that is to be believed.

import { plusMinutes, type Instant } from '../../domain/time.ts';
import { band, type Band } from '../../need/parameter.ts';
import { valueOf } from '../../need/supply-parameters.ts';
import type { Situation } from '../plan/situation.ts';
import { historiesOf, suppliedOf } from './area-rows.ts';
import { needAt } from './asked.ts';
import { estimatesIn } from './demand.ts';
import { effectiveIn, settingsOf } from './parameters.ts';
import type { AreaNeed } from './shape.ts';
import { lastsFrom } from './supply.ts';

export interface Lasting {
  readonly until: Instant;
  /** Units a day, central. */
  readonly perDay: number;
  readonly basis: 'census' | 'asked' | 'cases' | 'burn-rate';
  /** Counts and census behind the rate. */
  readonly facts: readonly number[];
  /** Days ahead at which somebody has to know of it. */
  readonly warnDays: number;
}

/** Null: no stock was reported, or nothing is used of it. */
export function lastingIn(now: Situation, rows: readonly AreaNeed[]): (recipient: string, item: string) => Lasting | null {
  const histories = historiesOf(now);
  const estimates = estimatesIn(now, rows);
  const settings = settingsOf(now.facts);
  const recipients = new Map([...now.known.recipients.values()].map((it) => [it.recipient as string, it]));
  return (code, item) => {
    const recipient = recipients.get(code);
    const supplied = suppliedOf(item, [code], now, histories);
    if (recipient === undefined || supplied === null) return null;
    const rate = rateOf(estimates(code, item), needAt(now, code, item)?.perDay ?? null);
    const lasts = rate === null ? null : lastsFrom(supplied, rate.perDay);
    if (rate === null || lasts === null) return null;
    const warnDays = valueOf(effectiveIn(settings, recipient.area).parameters, 'stock-out-days');
    return { until: plusMinutes(lasts.at, Math.round(lasts.days * 24 * 60)), perDay: lasts.perDay, basis: lasts.isMeasured ? 'burn-rate' : rate.basis, facts: rate.facts, warnDays };
  };
}

interface Rate {
  readonly perDay: Band;
  readonly basis: 'census' | 'asked' | 'cases';
  readonly facts: readonly number[];
}

/** Patients who were counted before what is asked, which may hold a reserve; that before cases, of which early counts miss most. */
function rateOf(estimate: ReturnType<ReturnType<typeof estimatesIn>>, asked: number | null): Rate | null {
  if (estimate !== null && estimate.basis === 'census' && estimate.perDay.central > 0) return { perDay: estimate.perDay, basis: 'census', facts: estimate.facts };
  if (asked !== null && asked > 0) return { perDay: band(() => asked), basis: 'asked', facts: [] };
  return estimate === null || estimate.perDay.central <= 0 ? null : { perDay: estimate.perDay, basis: 'cases', facts: estimate.facts };
}
