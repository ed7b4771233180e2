// What does not fit its aircraft, and the next flight on the same way that has room: one button books it there.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { Sign } from '../shared/signs.tsx';
import { useHub, type Arrival } from './scene.ts';
import { Refused } from '../shared/refused.tsx';

export function Overflow({ arrival }: { readonly arrival: Arrival }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  return (
    <ul className="overflow">
      {arrival.overflow.map((left) => (
        <li key={left.lot}>
          <Sign name="problem" size={15} /> {t('hub.stays', { cartons: figures.count(left.cartons), lot: left.lot })} <Onto arrival={arrival} left={left} />
        </li>
      ))}
    </ul>
  );
}

function Onto({ arrival, left: { lot: name, cartons, onto, fits } }: { readonly arrival: Arrival; readonly left: Arrival['overflow'][number] }): ReactElement {
  const { t } = useTranslation();
  const { figures, board } = useHub();
  const { enter } = useEntries();
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const lot = arrival.lots.find((it) => it.lot === name);
  if (onto === null || lot === undefined) return <span>{t('hub.noFlight')}</span>;
  const taken = new Set(board.arrivals.flatMap(({ lots }) => lots.map((it) => it.lot)));
  let number = 2;
  while (taken.has(`${name}.${number}`)) number += 1;
  // The last carton may hold fewer: what flies on is what the cartons that stay do not hold.
  const units = lot.units - (lot.cartons - Math.min(cartons, fits)) * lot.unitsPerCarton;
  const offload = (): void =>
    void enter([{ kind: 'lot.offloaded', body: { lot: name, units, onto, as: `${name}.${number}`, reason: t('hub.doesNotFit') } }], t('hub.did.offloaded', { lot: name, onto })).then(setFailure);
  return (
    <>
      <span>{t('hub.fitsOn', { onto, n: figures.count(fits) })}</span>{' '}
      <button type="button" className="key" onClick={offload}>
        {t('hub.do.offload', { n: figures.count(Math.min(cartons, fits)), onto })}
      </button>
      {failure !== null && <Refused failure={failure} />}
    </>
  );
}
