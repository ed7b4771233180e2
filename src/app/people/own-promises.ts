// The promises as a donor sees them: their own pledges, the sums of those alone, what was said of them. Who else gives what is not
// told, neither by a row nor by a sum.

import { meterReport } from '../promise/meter-report.ts';
import type { HistoryReport } from '../promise/promises-desk.ts';
import type { PromisesReport } from '../promise/promises.ts';
import type { Own } from './own.ts';

export function ownPromises(own: Own, report: PromisesReport): PromisesReport {
  const isOwn = ({ pledge }: { readonly pledge: string | null }): boolean => pledge !== null && own.pledges.has(pledge);
  const contradictions = report.contradictions.filter((it) => isOwn(it) || it.state === 'context');
  const named = new Set(contradictions.map(({ contradiction }) => contradiction));
  return {
    ...report,
    meter: meterReport(report.meter.pledges.filter(isOwn)),
    pledges: report.pledges.filter(isOwn),
    verdicts: report.verdicts.filter(isOwn),
    earmarks: report.earmarks.filter(isOwn),
    versions: report.versions.filter(isOwn),
    claims: report.claims.filter((it) => isOwn(it) || it.contradictions.some((name) => named.has(name))),
    contradictions,
    positions: report.positions.filter(({ contradiction }) => named.has(contradiction)),
  };
}

/** Of one's own pledge only: a sum over pledges would tell the others' share. */
export const ownHistory = (own: Own, history: HistoryReport): HistoryReport => (history.pledge !== null && own.pledges.has(history.pledge) ? history : { ...history, points: [] });
