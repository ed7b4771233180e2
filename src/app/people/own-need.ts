// Need as those see it to whom only their own is open: what was counted is everybody's, and so is what follows from it; what is
// in whose store is told to whoever runs that store, and to nobody else.

import { liesIn } from '../../domain/areas.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { AreaNeed, NeedReport } from '../need/shape.ts';
import type { Own } from './own.ts';

export function ownNeed(own: Own, report: NeedReport): NeedReport {
  const { areas, demand, shortages } = report;
  const isOwn = ({ recipient }: { readonly recipient: string | null }): boolean => own.role === 'consignee' && recipient !== null && own.recipients.has(recipient);
  const isOpen = (row: { readonly area: string; readonly recipient: string | null }): boolean => (row.recipient === null ? isOwnArea(own, row.area) : isOwn(row));
  return {
    ...report,
    areas: areas.map((row) => (isOpen(row) ? row : withoutSupply(row))),
    demand: demand.filter(isOwn),
    // A rank says how short the others are, and the next aircraft is not theirs alone.
    shortages: shortages === null ? null : { ...shortages, nextFlight: null, rows: shortages.rows.map((row) => ({ ...row, ...(isOpen(row) ? {} : { daysOfSupply: null, unmet: null }), rank: { ...row.rank, daysOfSupply: null, unmet: null } })) },
  };
}

/** Does each recipient of the area belong to the viewer? One that does not would be told by the sum. */
function isOwnArea(own: Own, area: string): boolean {
  const here = [...own.known.recipients.values()].filter((it) => liesIn(it.area, area as AreaCode));
  return own.role === 'consignee' && here.length > 0 && here.every(({ recipient }) => own.recipients.has(recipient));
}

const withoutSupply = (row: AreaNeed): AreaNeed => ({ ...row, stock: null, stockAt: null, underWay: null, daysOfSupply: null, daysOfSupplyBand: null, unmet: null, burnRate: null, noBurnRate: null });
