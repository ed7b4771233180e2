// The arrivals board: each consignment as planned, as estimated, as it was; its load against its aircraft; what is missing of its
// papers. Reads only: what is done to a consignment stands where it is opened.

import { useState, type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HubSeen } from '../router.tsx';
import { placeName } from '../shared/names.ts';
import { useMay } from '../shared/may.ts';
import { Sign } from '../shared/signs.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { LoadBars } from './load-bars.tsx';
import { useHub, type Arrival } from './scene.ts';

export function Arrivals({ open, onLook }: { readonly open: string | undefined; readonly onLook: (change: Partial<HubSeen>) => void }): ReactElement {
  const { t } = useTranslation();
  const { board, operation, at } = useHub();
  const may = useMay();
  const columns = useColumns(open, onLook);
  const [all, setAll] = useState(false);
  const elsewhere = board.arrivals.filter(({ to, consignment }) => to !== board.hub && consignment !== open);
  const here = board.arrivals.filter((it) => !elsewhere.includes(it));
  // What is still to come, soonest first; then what has landed, latest first.
  const shown = [...here.filter(({ arrivedAt }) => arrivedAt === null), ...here.filter(({ arrivedAt }) => arrivedAt !== null).toReversed(), ...(all ? elsewhere : [])];
  return (
    <section className="arrivals" aria-labelledby="arrivals-title">
      <h2 className="head" id="arrivals-title">
        {t('hub.arrivals')}
        {may('intake.work') && (
          <span>
            <Link to="/intake" search={{ op: operation, at }} className="key bring">
              {t('hub.bring')}
            </Link>
          </span>
        )}
      </h2>
      {board.arrivals.length === 0 ? (
        <p className="none">{t('hub.noArrivals')}</p>
      ) : (
        <Table columns={columns} rows={shown} keyOf={({ consignment }) => consignment} titled="arrivals-title" isTall isSelected={({ consignment }) => consignment === open} />
      )}
      {elsewhere.length > 0 && (
        <button type="button" className="verb" aria-expanded={all} onClick={() => setAll((it) => !it)}>
          {t('hub.elsewhere', { count: elsewhere.length })}
        </button>
      )}
    </section>
  );
}

const isLate = ({ estimatedArrival, arrivedAt, plannedArrival }: Arrival): boolean => estimatedArrival !== null && arrivedAt === null && estimatedArrival > plannedArrival;

function useColumns(open: string | undefined, onLook: (change: Partial<HubSeen>) => void): readonly Column<Arrival>[] {
  const { t } = useTranslation();
  const { picture, figures } = useHub();
  const head = (column: string): { readonly name: string; readonly head: string } => ({ name: column, head: t(`hub.column.${column}`) });
  return [
    {
      ...head('consignment'),
      cell: ({ consignment, run, carrier, mode, from }) => (
        <>
          <button type="button" className="plain" aria-expanded={consignment === open} onClick={() => onLook({ open: consignment === open ? '' : consignment })}>
            <Sign name={mode === 'air' || mode === 'road' || mode === 'rail' || mode === 'sea' ? mode : 'box'} size={15} /> {consignment}
            {run !== null && run !== consignment && <span className="quiet"> {run}</span>}
          </button>
          <span className="under">
            {placeName(picture, from)}, {carrier}
          </span>
        </>
      ),
    },
    {
      ...head('state'),
      cell: ({ state }) => (
        <span className="state" data-state={state}>
          {t(`hub.state.${state}`)}
        </span>
      ),
    },
    { ...head('planned'), cell: ({ plannedArrival }) => figures.hour(plannedArrival) },
    {
      ...head('estimated'),
      className: (arrival) => (isLate(arrival) ? 'late' : undefined),
      cell: (arrival) => (
        <>
          {arrival.estimatedArrival === null ? '–' : figures.hour(arrival.estimatedArrival)}
          {arrival.estimatedArrival !== null && isLate(arrival) && <span className="under">{t('map.late', { late: figures.span((Date.parse(arrival.estimatedArrival) - Date.parse(arrival.plannedArrival)) / 60_000) })}</span>}
        </>
      ),
    },
    { ...head('actual'), cell: ({ arrivedAt }) => (arrivedAt === null ? '–' : figures.hour(arrivedAt)) },
    {
      ...head('load'),
      cell: ({ load, overflow }) => (
        <>
          <LoadBars load={load} />
          {overflow.length > 0 && (
            <span className="under late">
              <Sign name="problem" size={13} /> {t('hub.overflowing', { n: figures.count(overflow.reduce((sum, { cartons }) => sum + cartons, 0)) })}
            </span>
          )}
        </>
      ),
    },
    {
      ...head('papers'),
      cell: ({ missingPapers, waybills }) => (
        <>
          {missingPapers.length === 0 ? t('hub.complete') : t('hub.missing', { count: missingPapers.length })}
          {waybills.map(({ waybill, kind }) => (
            <span key={waybill} className="under">
              {t(`hub.waybill.${kind}`)} {waybill}
            </span>
          ))}
        </>
      ),
    },
  ];
}
