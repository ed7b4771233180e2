// The recipients of the map: what each needs a day and what of it it still has. A recipient whose area has a row of its own is that
// row; one that serves what is left of a country is the country less its own regions. Pure.

import type { Holding, Picture, RecipientInPicture } from '../../src/http/contract/picture.ts';
import type { AreaNeed, Report } from './scene.ts';

const DAY_MS = 86_400_000;

/** As the map draws it: `delivered` is what is left in store, `onward` and `allocated` what is under way. */
export type Supplied = RecipientInPicture & { readonly holdings: readonly [Holding] };

interface Asked {
  readonly picture: Pick<Picture, 'recipients'>;
  readonly report: Pick<Report, 'areas' | 'demand' | 'asOf'>;
  readonly item: string;
}

/** Recipients of which some need of the item is known. */
export function suppliedOf({ picture, report, item }: Asked): Supplied[] {
  const rows = new Map(report.areas.filter((it) => it.item === item).map((it) => [it.recipient ?? it.area, it]));
  const estimates = new Map(report.demand.filter((it) => it.item === item).map((it) => [it.recipient, it]));
  const inner = Map.groupBy(rows.values(), ({ within }) => within ?? '');
  return picture.recipients.flatMap((recipient): Supplied[] => {
    const row = rows.get(recipient.recipient) ?? rows.get(recipient.area);
    const demand = estimates.get(recipient.recipient);
    // Of several recipients in one area each is drawn by what is shared out to it.
    const perDay = Math.round(demand?.estimatePerDay?.central ?? demand?.askedPerDay ?? row?.perDay?.central ?? 0);
    if (perDay <= 0) return [];
    const had = recipient.holdings.find((it) => it.item === item);
    const left = leftOf(row, row === undefined ? [] : (inner.get(row.area) ?? []), { had, perDay, asOf: report.asOf });
    return [{ ...recipient, holdings: [{ item, severity: had?.severity ?? 0, perDay: { value: perDay, facts: [...(demand?.facts ?? row?.facts ?? [])] }, delivered: { value: left ?? 0, facts: had?.stock?.facts ?? [] }, onward: had?.onward ?? 0, allocated: had?.allocated ?? 0, planned: 0, stock: left === null ? null : (had?.stock ?? null), lastsUntil: null, use: null }] }];
  });
}

/** Units that are still in store at the instant; null: no stock was reported. */
function leftOf(row: AreaNeed | undefined, inner: readonly AreaNeed[], { had, perDay, asOf }: { readonly had: Holding | undefined; readonly perDay: number; readonly asOf: string }): number | null {
  if (had?.stock === null || had?.stock === undefined || row === undefined) return null;
  if (inner.length === 0 && row.daysOfSupply !== null) return Math.round(row.daysOfSupply * perDay);
  const elapsed = Math.max(0, (Date.parse(asOf) - Date.parse(had.stock.at)) / DAY_MS);
  const own = (row.stock ?? 0) - inner.reduce((sum, { stock }) => sum + (stock ?? 0), 0);
  return Math.max(0, Math.round(own - perDay * elapsed));
}
