// What does not fit its aircraft, and the next flight on the same way that has room: one button books it there. Any other lot, or
// any part of one, is booked onto whichever flight has not left.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { Refused } from '../shared/refused.tsx';
import { Sign } from '../shared/signs.tsx';
import { offloading } from './offload.ts';
import { useHub, type Arrival } from './scene.ts';

export function Overflow({ arrival }: { readonly arrival: Arrival }): ReactElement | null {
  const { t } = useTranslation();
  const { figures } = useHub();
  if (arrival.overflow.length === 0) return null;
  return (
    <ul className="overflow">
      {arrival.overflow.map((left) => (
        <li key={left.lot}>
          <Sign name="problem" size={15} /> {t('hub.stays', { cartons: figures.count(left.cartons), lot: left.lot })} {t(`hub.binding.${left.binding}`)} <Onto arrival={arrival} left={left} />
        </li>
      ))}
    </ul>
  );
}

function Onto({ arrival, left: { lot: name, cartons, onto, fits } }: { readonly arrival: Arrival; readonly left: Arrival['overflow'][number] }): ReactElement {
  const { t } = useTranslation();
  const { figures, board } = useHub();
  const { enter } = useEntries();
  const may = useMay();
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const lot = arrival.lots.find((it) => it.lot === name);
  if (onto === null || lot === undefined) return <span>{t('hub.noFlight')}</span>;
  const most = Math.min(cartons, fits);
  return (
    <>
      <span>{t('hub.fitsOn', { onto, n: figures.count(fits) })}</span>{' '}
      {may('fact.flight') && (
        <button type="button" className="key" onClick={() => void enter([offloading(board, lot, most, onto, t('hub.doesNotFit'))], t('hub.did.offloaded', { lot: name, onto })).then(setFailure)}>
          {t('hub.do.offload', { n: figures.count(most), onto })}
        </button>
      )}
      {failure !== null && <Refused failure={failure} />}
    </>
  );
}

/** Cartons of a lot that has not left, onto a flight that has not left. */
export function Split({ arrival, onDone }: { readonly arrival: Arrival; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { figures, board } = useHub();
  const { enter } = useEntries();
  const lots = arrival.lots.filter(({ consigned }) => consigned > 0);
  const flights = flightsBeside(board.arrivals, arrival);
  const [first] = lots;
  if (flights.length === 0 || first === undefined) return <p className="none">{t('hub.noOtherFlight')}</p>;
  const send = ({ lot: name = '', cartons = '', onto = '', reason = '' }: Values): Promise<ClientFailure | null> => {
    const lot = lots.find((it) => it.lot === name) ?? first;
    return enter([offloading(board, lot, Number(cartons), onto, reason)], t('hub.did.offloaded', { lot: lot.lot, onto }));
  };
  return (
    <EntryForm
      label={t('hub.do.split')}
      fields={[
        { name: 'lot', label: t('hub.column.lot'), options: lots.map(({ lot, item, cartons }) => [lot, `${lot}, ${figures.item(item)}, ${t('map.cartons', { n: figures.count(cartons) })}`] as const) },
        { name: 'cartons', label: t('hub.field.cartons'), type: 'number', least: 1, most: Math.max(...lots.map(({ cartons }) => cartons)) },
        { name: 'onto', label: t('hub.field.onto'), options: flights.map(({ consignment, plannedDeparture }) => [consignment, `${consignment}, ${figures.hour(plannedDeparture)}`] as const) },
        { name: 'reason', label: t('hub.field.reason'), isOptional: true },
      ]}
      button={t('hub.do.split')}
      send={send}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

/** Those on the same way first, then the others, each in the order in which they leave. */
const flightsBeside = (arrivals: readonly Arrival[], { consignment, from, to }: Arrival): Arrival[] =>
  arrivals
    .filter((it) => it.consignment !== consignment && it.departedAt === null)
    .toSorted((a, b) => Number(b.from === from && b.to === to) - Number(a.from === from && a.to === to) || (a.plannedDeparture < b.plannedDeparture ? -1 : 1));
