// Need as those see it to whom only their own is open: what was counted is everybody's, and so is what follows from it; what is
// in whose store is told to whoever runs that store, and to nobody else.

import { liesIn } from '../../domain/areas.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { AreaNeed, NeedReport } from '../need/shape.ts';
import type { Own } from './own.ts';

export function ownNeed(own: Own, report: NeedReport): NeedReport {
  return { ...report, areas: report.areas.map((row) => (isOwnArea(own, row.area) ? row : withoutSupply(row))) };
}

/** Does each recipient of the area belong to the viewer? One that does not would be told by the sum. */
function isOwnArea(own: Own, area: string): boolean {
  const here = [...own.known.recipients.values()].filter((it) => liesIn(it.area, area as AreaCode));
  return own.role === 'consignee' && here.length > 0 && here.every(({ recipient }) => own.recipients.has(recipient));
}

const withoutSupply = (row: AreaNeed): AreaNeed => ({ ...row, stock: null, stockAt: null, underWay: null, daysOfSupply: null, daysOfSupplyBand: null, unmet: null, burnRate: null, noBurnRate: null });
