// What is done to one handling unit: broken down, taken out of the one that it stands in, set down somewhere at the hub.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries, type Entry } from '../shared/entries.tsx';
import { EntryForm } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { placeName } from '../shared/names.ts';
import { Refused } from '../shared/refused.tsx';
import type { StandingUnit } from './handling-units.tsx';
import { labelsAddress, useHub } from './scene.ts';

export function UnitActions({ unit: { unit, in: outer, at }, onDone }: { readonly unit: StandingUnit; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { board, picture, operation, at: cursor } = useHub();
  const may = useMay();
  const { enter } = useEntries();
  const [isMoving, setMoving] = useState(false);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const tell = async (entry: Entry, what: string): Promise<void> => {
    const refused = await enter([entry], what);
    setFailure(refused);
    if (refused === null) onDone();
  };
  const hub = at.place ?? board.hub;
  return (
    <div className="lot-actions">
      <div role="group" aria-label={t('hub.actOn', { lot: unit })} className="choices">
        <button type="button" className="key" onClick={() => void tell({ kind: 'handling-unit.broken-down', body: { unit } }, t('hub.did.brokenDown', { unit }))}>
          {t('hub.do.breakDown')}
        </button>
        {outer !== null && (
          <button type="button" className="key" onClick={() => void tell({ kind: 'handling-unit.unpacked', body: { units: [unit] } }, t('hub.did.unpacked', { unit, outer }))}>
            {t('hub.do.takeOut', { outer })}
          </button>
        )}
        {outer === null && (
          <button type="button" className="key" aria-expanded={isMoving} onClick={() => setMoving((it) => !it)}>
            {t('hub.do.setDown')}
          </button>
        )}
        {may('paper.print') && /^\d{18}$/.test(unit) && (
          <a className="verb" href={labelsAddress(operation, [unit], 'carton-a4', cursor)} target="_blank" rel="noreferrer">
            {t('hub.do.labels')}
          </a>
        )}
      </div>
      {failure !== null && <Refused failure={failure} />}
      {isMoving && (
        <EntryForm
          label={t('hub.do.setDown')}
          fields={[{ name: 'bin', label: t('hub.field.binAt', { place: placeName(picture, hub) }), value: at.bin ?? '', isOptional: true }]}
          button={t('hub.do.setDown')}
          send={({ bin = '' }) => enter([{ kind: 'handling-unit.moved', body: { unit, to: { place: hub, ...(bin !== '' && { bin }) } } }], t('hub.did.setDown', { unit }))}
          onDone={onDone}
          onCancel={() => setMoving(false)}
        />
      )}
    </div>
  );
}
