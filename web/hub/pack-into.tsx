// Handling units that were ticked go into another one: one that stands beside them, or a pallet or unit load device that is begun
// with them, under the number on its side.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries, type Entry } from '../shared/entries.tsx';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import type { StandingUnit } from './handling-units.tsx';
import { useHub } from './scene.ts';

const NEW_ULD = 'new:uld';
const NEW_PALLET = 'new:pallet';

export function PackInto({ chosen, all, onDone }: { readonly chosen: readonly StandingUnit[]; readonly all: readonly StandingUnit[]; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { board, figures } = useHub();
  const { enter } = useEntries();
  const [first] = chosen;
  const holders = all.filter((it) => it.type !== 'carton' && !chosen.includes(it) && it.at.place === first?.at.place && it.at.consignment === first?.at.consignment);
  const send = ({ into = '', number = '' }: Values): Promise<ClientFailure | null> => {
    const at = first?.at ?? { place: board.hub };
    const outer = into === NEW_ULD || into === NEW_PALLET ? number.toUpperCase().replaceAll(/[\s.-]/g, '') : into;
    const begun: Entry[] = into === NEW_ULD || into === NEW_PALLET ? [{ kind: 'handling-unit.built', body: { unit: outer, type: into === NEW_ULD ? 'uld' : 'pallet', at, contents: [] } }] : [];
    return enter([...begun, { kind: 'handling-unit.packed', body: { units: chosen.map(({ unit }) => unit), into: outer } }], t('hub.did.packed', { count: chosen.length, outer }));
  };
  return (
    <div className="pack-into">
      <p>
        <b>{t('hub.units.ticked', { count: chosen.length, n: figures.count(chosen.length) })}</b>
      </p>
      <EntryForm
        label={t('hub.do.packInto')}
        fields={[
          { name: 'into', label: t('hub.field.into'), options: [...holders.map(({ unit, type }) => [unit, `${t(`hub.units.type.${type}`)} ${unit}`] as const), [NEW_ULD, t('hub.units.newUld')], [NEW_PALLET, t('hub.units.newPallet')]], value: holders[0]?.unit ?? NEW_ULD },
          { name: 'number', label: t('hub.field.unitNumber'), isOptional: true, hint: t('hub.units.numberHint') },
        ]}
        button={t('hub.do.packInto')}
        send={send}
        onDone={onDone}
        onCancel={onDone}
      />
    </div>
  );
}
