// The arrivals board: each consignment as planned, as estimated, as it was; its load against its aircraft; what is missing of its
// papers. Reads only: what is done to a consignment stands where it is opened.

import { useState, type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HubSeen } from '../router.tsx';
import { placeName } from '../shared/names.ts';
import { Sign } from '../shared/signs.tsx';
import { LoadBars } from './load-bars.tsx';
import { useHub, type Arrival } from './scene.ts';

export function Arrivals({ open, onLook }: { readonly open: string | undefined; readonly onLook: (change: Partial<HubSeen>) => void }): ReactElement {
  const { t } = useTranslation();
  const { board, operation, at } = useHub();
  const [all, setAll] = useState(false);
  const elsewhere = board.arrivals.filter(({ to, consignment }) => to !== board.hub && consignment !== open);
  const here = board.arrivals.filter((it) => !elsewhere.includes(it));
  // What is still to come, soonest first; then what has landed, latest first.
  const shown = [...here.filter(({ arrivedAt }) => arrivedAt === null), ...here.filter(({ arrivedAt }) => arrivedAt !== null).toReversed(), ...(all ? elsewhere : [])];
  return (
    <section className="arrivals" aria-labelledby="arrivals-title">
      <h2 className="head" id="arrivals-title">
        {t('hub.arrivals')}
        <span>
          <Link to="/intake" search={{ op: operation, at }} className="key bring">
            {t('hub.bring')}
          </Link>
        </span>
      </h2>
      {board.arrivals.length === 0 ? (
        <p className="none">{t('hub.noArrivals')}</p>
      ) : (
        <div className="sheet" tabIndex={0} role="group" aria-labelledby="arrivals-title">
          <table>
            <thead>
              <tr>
                {(['consignment', 'state', 'planned', 'estimated', 'actual', 'load', 'papers'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`hub.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((arrival) => (
                <Row key={arrival.consignment} arrival={arrival} isOpen={arrival.consignment === open} onOpen={() => onLook({ open: arrival.consignment === open ? '' : arrival.consignment })} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {elsewhere.length > 0 && (
        <button type="button" className="verb" aria-expanded={all} onClick={() => setAll((it) => !it)}>
          {t('hub.elsewhere', { count: elsewhere.length })}
        </button>
      )}
    </section>
  );
}

function Row({ arrival, isOpen, onOpen }: { readonly arrival: Arrival; readonly isOpen: boolean; readonly onOpen: () => void }): ReactElement {
  const { t } = useTranslation();
  const { picture, figures } = useHub();
  const { consignment, run, carrier, mode, from, plannedArrival, estimatedArrival, arrivedAt, waybills, missingPapers, overflow, state } = arrival;
  const isLate = estimatedArrival !== null && arrivedAt === null && estimatedArrival > plannedArrival;
  return (
    <tr className={isOpen ? 'selected' : undefined}>
      <th scope="row">
        <button type="button" className="plain" aria-expanded={isOpen} onClick={onOpen}>
          <Sign name={mode === 'air' || mode === 'road' || mode === 'rail' || mode === 'sea' ? mode : 'box'} size={15} /> {consignment}
          {run !== null && run !== consignment && <span className="quiet"> {run}</span>}
        </button>
        <span className="under">
          {placeName(picture, from)}, {carrier}
        </span>
      </th>
      <td data-label={t('hub.column.state')}>
        <span className="state" data-state={state}>
          {t(`hub.state.${state}`)}
        </span>
      </td>
      <td data-label={t('hub.column.planned')}>{figures.hour(plannedArrival)}</td>
      <td data-label={t('hub.column.estimated')} className={isLate ? 'late' : undefined}>
        {estimatedArrival === null ? '–' : figures.hour(estimatedArrival)}
        {isLate && <span className="under">{t('map.late', { late: figures.span((Date.parse(estimatedArrival) - Date.parse(plannedArrival)) / 60_000) })}</span>}
      </td>
      <td data-label={t('hub.column.actual')}>{arrivedAt === null ? '–' : figures.hour(arrivedAt)}</td>
      <td data-label={t('hub.column.load')}>
        <LoadBars load={arrival.load} />
        {overflow.length > 0 && (
          <span className="under late">
            <Sign name="problem" size={13} /> {t('hub.overflowing', { n: figures.count(overflow.reduce((sum, { cartons }) => sum + cartons, 0)) })}
          </span>
        )}
      </td>
      <td data-label={t('hub.column.papers')}>
        {missingPapers.length === 0 ? t('hub.complete') : t('hub.missing', { count: missingPapers.length })}
        {waybills.map(({ waybill, kind }) => (
          <span key={waybill} className="under">
            {t(`hub.waybill.${kind}`)} {waybill}
          </span>
        ))}
      </td>
    </tr>
  );
}
