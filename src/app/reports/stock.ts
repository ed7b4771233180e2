// Stock at the hubs, lot by lot and state by state, in the order in which it should go out.

import type { ReportColumn, ReportSheet } from '../../standards/documents/report.ts';
import type { Words } from '../../standards/documents/words/vocabulary.ts';
import { stockOf } from '../hub/stock.ts';
import type { Situation } from '../plan/situation.ts';
import { donorOf, itemName } from './pipeline.ts';

const STATES = ['landed', 'held', 'quarantined', 'available', 'allocated'] as const;

export function stockSheets(now: Situation, { reports: it }: Words): ReportSheet[] {
  const text = (heading: string, hxl: string | null): ReportColumn => ({ heading, kind: 'text', hxl });
  const figure = (heading: string, hxl: string): ReportColumn => ({ heading, kind: 'figure', hxl });
  return [
    {
      title: it.titles.stock,
      columns: [
        text(it.place, '#loc+code'), text(it.item, '#item+name'), text(it.lot, '#item+lot+code'), text(it.batch, '#item+batch'), text(it.expires, '#date+expiry'), text(it.donor, '#org+donor+name'), text(it.pledge, '#activity+code'),
        ...STATES.map((state) => figure(it[state], `#indicator+${state}+num`)), figure(it.units, '#indicator+stock+num'), figure(it.cartons, '#indicator+cartons+num'), figure(it.turn, '#indicator+turn+num'), text(it.remark, '#meta+remark'),
      ],
      rows: stockOf(now).map((row) => [
        row.place, itemName(now, row.item), row.lot, row.batch, row.expires, donorOf(now, row.pledge, row.item), row.pledge,
        ...STATES.map((state) => row.units[state]), row.total, row.cartons, row.turn, [row.expired ? it.expired : '', row.recalled ? it.recalled : ''].filter((word) => word !== '').join(', '),
      ]),
      empty: it.empty.stock,
    },
  ];
}
