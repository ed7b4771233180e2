// What each departure is to carry: its load against what it holds for the operation, and its lines. Printed, it is the load list.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { Sign } from '../shared/signs.tsx';
import { Table, type Column } from '../shared/table.tsx';
import type { Departure, Order } from './scene.ts';

type Line = Departure['lines'][number];

interface LoadsProps {
  readonly departures: readonly Departure[];
  readonly orders: readonly Order[];
  readonly placeOf: (code: string) => string;
  readonly figures: Figures;
}

export function LoadLists({ departures, ...rest }: LoadsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="loads" aria-label={t('dispatch.loads.title')}>
      <h2 className="head">
        {t('dispatch.loads.title')}
        {departures.length > 0 && (
          <button type="button" className="verb" onClick={() => window.print()}>
            {t('dispatch.act.print')}
          </button>
        )}
      </h2>
      {departures.length === 0 && <p>{t('dispatch.loads.empty')}</p>}
      {departures.map((departure) => (
        <LoadList key={departure.run} departure={departure} {...rest} />
      ))}
    </section>
  );
}

function LoadList({ departure, orders, placeOf, figures }: Omit<LoadsProps, 'departures'> & { readonly departure: Departure }): ReactElement {
  const { t } = useTranslation();
  const { load, allotment, lines } = departure;
  const nameOf = (dispatch: string, recipient: string): string => orders.find((order) => order.dispatch === dispatch)?.name ?? recipient;
  const columns: readonly Column<Line>[] = [
    {
      name: 'receiver', head: t('dispatch.loads.receiver'),
      cell: ({ dispatch, recipient }) => (
        <>
          {nameOf(dispatch, recipient)} <a className="quiet" href={`#${dispatch}`}>{dispatch}</a>
        </>
      ),
    },
    { name: 'item', head: t('dispatch.loads.item'), cell: ({ item }) => figures.item(item) },
    { name: 'lot', head: t('dispatch.loads.lot'), cell: ({ lot }) => lot },
    { name: 'cartons', head: t('dispatch.loads.cartons'), isNumber: true, cell: ({ cartons }) => figures.count(cartons) },
    { name: 'units', head: t('dispatch.loads.units'), isNumber: true, cell: ({ units }) => figures.count(units) },
  ];
  const mode = departure.mode === 'rail' || departure.mode === 'air' || departure.mode === 'sea' ? departure.mode : 'road';
  return (
    <article className="load-list">
      <h3>
        <Sign name={mode} /> {t('dispatch.loads.way', { from: placeOf(departure.from), to: placeOf(departure.to) })} <span className="quiet">{departure.run}</span>
      </h3>
      <p className="quiet">
        {t('dispatch.loads.by', { carrier: departure.carrier, mode: t(`mode.${departure.mode}`) })}
        {departure.charter && `, ${t('dispatch.loads.charter')}`} · {t('dispatch.loads.times', { departs: figures.hour(departure.departsAt), arrives: figures.hour(departure.arrivesAt) })}
      </p>
      <dl className="gauges">
        <Gauge name={t('dispatch.loads.positions')} load={load.pallets} room={allotment.positions} unit="" figures={figures} />
        <Gauge name={t('dispatch.loads.weight')} load={load.grams / 1000} room={allotment.grams === null ? null : allotment.grams / 1000} unit="kg" figures={figures} />
        <Gauge name={t('dispatch.loads.volume')} load={load.volume / 1e6} room={allotment.volume === null ? null : allotment.volume / 1e6} unit="m³" figures={figures} />
      </dl>
      <Table columns={columns} rows={lines} keyOf={({ dispatch, lot }) => `${dispatch} ${lot}`} label={t('dispatch.loads.of_', { run: departure.run })} />
    </article>
  );
}

function Gauge({ name, load, room, unit, figures }: { readonly name: string; readonly load: number; readonly room: number | null; readonly unit: string; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const isOver = room !== null && load > room;
  const [shown, most] = [figures.count(Math.ceil(load)), room === null ? '' : figures.count(room)];
  return (
    <div data-over={isOver}>
      <dt>{name}</dt>
      <dd>
        {room === null ? t('dispatch.loads.free', { load: shown, unit }) : t('dispatch.loads.of', { load: shown, room: most, unit })}
        {isOver && <b> {t('dispatch.loads.over')}</b>}
        {room !== null && (
          <svg viewBox="0 0 100 6" width="100%" height="6" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="6" fill="var(--ab-sunk)" />
            <rect width={Math.min(100, (load / Math.max(room, 1e-9)) * 100)} height="6" fill={isOver ? 'var(--ab-problem)' : 'var(--ab-allocated)'} />
          </svg>
        )}
      </dd>
    </div>
  );
}
