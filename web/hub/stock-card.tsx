// The stock card of a lot: every movement with what came in, what went out and what was left, each with the fact that says so.
// A drawer over the page; printed, it stands alone.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client, given } from '../shared/client.ts';
import { placeName } from '../shared/names.ts';
import { useHub } from './scene.ts';

export function StockCard({ lot, onClose }: { readonly lot: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { operation, board, picture, figures, at } = useHub();
  const place = board.stock.find((row) => row.lot === lot)?.place;
  const card = useQuery({ queryKey: ['stock-card', operation, lot, place, board.asOf, board], queryFn: ({ signal }) => given(client.hub.stockCard(operation, lot, { asOf: at, place }, { signal })), placeholderData: keepPreviousData });
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const movements = card.data?.movements ?? [];
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="card-title" onClose={onClose} onClick={(event) => { if (event.target === dialog.current) dialog.current.close(); }}>
      <header>
        <h2 id="card-title">{t('hub.cardOf', { lot })}</h2>
        <span className="buttons">
          <button type="button" className="verb" onClick={() => window.print()}>
            {t('hub.do.print')}
          </button>
          <button type="button" className="verb" onClick={() => dialog.current?.close()}>
            {t('hub.close')}
          </button>
        </span>
      </header>
      {card.error !== null && (
        <p className="wrong" role="alert">
          {card.error.message}
        </p>
      )}
      {card.data !== undefined && (
        <>
          <p>
            {figures.item(card.data.item)}, {placeName(picture, card.data.place)}
            {card.data.batch !== null && `, ${t('hub.column.batch').toLowerCase()} ${card.data.batch}`}
            {card.data.expires !== null && `, ${t('hub.expires', { when: figures.calendar(card.data.expires) })}`}
          </p>
          {movements.length === 0 ? (
            <p className="none">{t('hub.noMovement')}</p>
          ) : (
            <div className="sheet" tabIndex={0} role="group" aria-labelledby="card-title">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('hub.column.when')}</th>
                    <th scope="col">{t('hub.column.what')}</th>
                    {(['in', 'out', 'balance'] as const).map((column) => (
                      <th key={column} scope="col" className="number">
                        {t(`hub.column.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {movements.map((movement) => (
                    <tr key={movement.seq}>
                      <td>{figures.hour(movement.at)}</td>
                      <td>
                        {t(`hub.kind.${movement.kind.replace('.', '-')}`, { defaultValue: movement.kind })}
                        <span className="under">{[movement.other === null ? null : (picture.places.find((it) => it.place === movement.other)?.name ?? movement.other), movement.reference, movement.by].filter((it) => it !== null && it !== '').join(', ')}</span>
                      </td>
                      <td className="number">{movement.in === 0 ? '' : figures.count(movement.in)}</td>
                      <td className="number">{movement.out === 0 ? '' : figures.count(movement.out)}</td>
                      <td className="number">
                        {/* A dialog lies over everything: the fact opens beside the page, not over the drawer. */}
                        <a href={`/api/v1/operations/${encodeURIComponent(operation)}/facts?after=${movement.seq - 1}&limit=1`} target="_blank" rel="noreferrer" aria-label={t('hub.factOf', { n: figures.count(movement.balance), seq: movement.seq })}>
                          {figures.count(movement.balance)}
                        </a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </dialog>
  );
}
