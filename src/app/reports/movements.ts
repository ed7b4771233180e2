// The movements of a day: every transfer that its facts posted, from which account to which, with the fact that says so.

import { localDateIn } from '../../domain/time.ts';
import { fold } from '../../ledger/apply.ts';
import type { Account } from '../../ledger/accounts.ts';
import type { ReportColumn, ReportSheet } from '../../standards/documents/report.ts';
import type { Words } from '../../standards/documents/words/vocabulary.ts';
import { nameOf } from '../papers/shipments.ts';
import type { Situation } from '../plan/situation.ts';
import { itemName } from './pipeline.ts';

/** Of the operation's local day in which the instant lies, up to it. */
export function movementSheets(now: Situation, { reports: it, recall }: Words): ReportSheet[] {
  const { zone } = now.operation;
  const day = localDateIn(now.asOf, zone);
  const { transfers } = fold(now.facts);
  const account = ({ name, at }: Account): string => {
    const state = name === 'promised' || name === 'surplus' ? it[name] : recall.states[name];
    return at === '' ? state : `${state}: ${nameOf(now, at)}`;
  };
  const text = (heading: string, hxl: string | null): ReportColumn => ({ heading, kind: 'text', hxl });
  return [
    {
      title: it.titles.movements,
      columns: [text(it.time, '#date+occurred'), { heading: it.seq, kind: 'figure', hxl: '#meta+fact+num' }, text(it.what, '#event+type'), text(it.lot, '#item+lot+code'), text(it.item, '#item+name'), { heading: it.units, kind: 'figure', hxl: '#indicator+moved+num' }, text(it.from, '#loc+origin'), text(it.to, '#loc+dest'), text(it.by, '#meta+by'), text(it.reference, '#meta+reference')],
      rows: now.facts
        .filter(({ occurredAt }) => localDateIn(occurredAt, zone) === day)
        .flatMap((fact) =>
          (transfers.get(fact.seq) ?? []).map((move) => [{ at: fact.occurredAt }, fact.seq, fact.kind, move.to.lot === '' ? move.from.lot : move.to.lot, itemName(now, move.item), move.units, account(move.from), account(move.to), fact.by, (fact.body as { readonly reference?: string }).reference ?? null])),
      empty: it.empty.movements,
    },
  ];
}
