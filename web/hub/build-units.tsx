// Loose units of a lot become labelled cartons on pallets: how many, and how they are packed; then the numbers that were given out.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import type { BuiltAnswer } from '../../src/http/contract/answers.ts';
import { client } from '../shared/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { labelsAddress, useHub, type LotInStock } from './scene.ts';

const SHOWN = 6;
const optional = (name: string, text: string | undefined): object => (text === undefined || text === '' ? {} : { [name]: Number(text) });

export function BuildUnits({ row, onCancel }: { readonly row: LotInStock; readonly onCancel: () => void }): ReactElement {
  const { t } = useTranslation();
  const { operation, figures, board, at } = useHub();
  const may = useMay();
  const { asked, offer } = useEntries();
  const [built, setBuilt] = useState<BuiltAnswer | null>(null);
  const said = ({ cartons, pallets }: BuiltAnswer): string => t('hub.built', { cartons: figures.count(cartons.length), pallets: figures.count(pallets.length) });
  const send = async ({ units = '', bin = '', unitsPerCarton, cartonsPerPallet }: Values): Promise<ClientFailure | null> => {
    const ask = { lot: row.lot, units: Number(units), place: row.place, by: 'hub-operator', at: board.asOf, ...(bin !== '' && { bin }), ...optional('unitsPerCarton', unitsPerCarton), ...optional('cartonsPerPallet', cartonsPerPallet) };
    const answer = await asked((key) => client.hub.build(operation, ask, key), JSON.stringify(ask));
    if (!answer.ok) return answer.error;
    setBuilt(answer.value);
    offer({ facts: answer.value.facts, what: said(answer.value) });
    return null;
  };
  if (built !== null)
    return (
      <div className="built" role="status">
        <p>
          <b>{said(built)}</b>
        </p>
        <p className="numbers">
          {[...built.pallets, ...built.cartons.map(({ unit }) => unit)].slice(0, SHOWN).join(', ')}
          {built.pallets.length + built.cartons.length > SHOWN && ` ${t('source.more', { n: figures.count(built.pallets.length + built.cartons.length - SHOWN) })}`}
        </p>
        {may('paper.print') && (
          <a className="verb" href={labelsAddress(operation, built.pallets.length > 0 ? built.pallets : built.cartons.map(({ unit }) => unit), 'carton-a4', at)} target="_blank" rel="noreferrer">
            {t('hub.do.labels')}
          </a>
        )}{' '}
        <button type="button" className="verb" onClick={onCancel}>
          {t('hub.close')}
        </button>
      </div>
    );
  return (
    <EntryForm
      label={t('hub.do.pack')}
      fields={[
        { name: 'units', label: t('hub.field.units', { item: figures.item(row.item) }), type: 'number', value: row.total, least: 1 },
        { name: 'unitsPerCarton', label: t('hub.field.unitsPerCarton'), type: 'number', least: 1, isOptional: true, hint: t('hub.asPacked') },
        { name: 'cartonsPerPallet', label: t('hub.field.cartonsPerPallet'), type: 'number', least: 0, isOptional: true, hint: t('hub.zeroPallets') },
        { name: 'bin', label: t('hub.field.bin'), isOptional: true },
      ]}
      button={t('hub.do.pack')}
      send={send}
      onCancel={onCancel}
    />
  );
}
