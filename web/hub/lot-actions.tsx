// What can be done to a lot in stock: held or cleared by customs, put into quarantine or released from it, packed into labelled
// cartons, recalled. Only what its state allows is offered.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm, type FormField, type Values } from '../shared/entry-form.tsx';
import { useMay, type May } from '../shared/may.ts';
import { BuildUnits } from './build-units.tsx';
import { RecallForm } from './recall-form.tsx';
import { useHub, type LotInStock } from './scene.ts';

const ACTS = ['hold', 'clear', 'quarantine', 'release', 'pack', 'recall'] as const;
type Act = (typeof ACTS)[number];
type Move = Exclude<Act, 'pack' | 'recall'>;

const NEEDS = { hold: 'fact.hub', clear: 'fact.hub', quarantine: 'fact.hub', release: 'fact.hub', pack: 'hub.work', recall: 'fact.recall' } as const satisfies Record<Act, Parameters<May>[0]>;
const KIND = { hold: 'customs.held', clear: 'customs.cleared', quarantine: 'goods.quarantined', release: 'goods.released' } as const satisfies Record<Move, string>;

/** Units that the act can be done to. */
function within({ units }: LotInStock, act: Act): number {
  switch (act) {
    case 'hold': return units.landed + units.available;
    case 'clear': return units.held;
    case 'quarantine': return units.landed + units.held + units.available;
    case 'release': return units.quarantined;
    case 'pack': return units.available + units.quarantined + units.held + units.allocated;
    case 'recall': return 1;
  }
}

/** What its state and the viewer's role allow. */
export const actsOn = (row: LotInStock, may: May): readonly Act[] => ACTS.filter((act) => may(NEEDS[act]) && within(row, act) > 0 && !(act === 'recall' && row.recalled));

export function LotActions({ row, onDone }: { readonly row: LotInStock; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const may = useMay();
  const offered = actsOn(row, may);
  const [act, setAct] = useState<Act | null>(null);
  return (
    <div className="lot-actions">
      <div role="group" aria-label={t('hub.actOn', { lot: row.lot })} className="choices">
        {offered.map((it) => (
          <button key={it} type="button" className="key" aria-pressed={act === it} onClick={() => setAct(it)}>
            {t(`hub.do.${it}`)}
          </button>
        ))}
      </div>
      {act === 'pack' ? <BuildUnits row={row} onCancel={onDone} /> : act === 'recall' ? <RecallForm lots={[row.lot]} onDone={onDone} /> : act === null ? null : <MoveForm key={act} act={act} row={row} onDone={onDone} />}
    </div>
  );
}

function MoveForm({ act, row, onDone }: { readonly act: Move; readonly row: LotInStock; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  const { enter } = useEntries();
  const most = within(row, act);
  const fields: FormField[] = [
    { name: 'units', label: t('hub.field.units', { item: figures.item(row.item) }), type: 'number', value: most, least: 1, most, hint: t('hub.atMost', { n: figures.count(most) }) },
    { name: 'reference', label: t(act === 'release' ? 'hub.field.certificate' : act === 'quarantine' ? 'hub.field.sample' : 'hub.field.customs'), isOptional: act === 'hold' || act === 'quarantine' },
    { name: 'reason', label: t('hub.field.reason'), isOptional: true },
  ];
  const send = ({ units = '', reference = '', reason = '' }: Values): Promise<ClientFailure | null> =>
    enter([{ kind: KIND[act], body: { place: row.place, lot: row.lot, units: Number(units), ...(reference !== '' && { reference }), ...(reason !== '' && { reason }) } }], t(`hub.did.${act}`, { lot: row.lot, n: figures.count(Number(units)) }));
  return <EntryForm label={t(`hub.do.${act}`)} fields={fields} button={t(`hub.do.${act}`)} send={send} onDone={onDone} onCancel={onDone} />;
}
