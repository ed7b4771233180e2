// The stock card of a lot: every movement with what came in, what went out and what was left, each with the fact that says so.
// A drawer over the page; printed, it stands alone.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockCardAnswer } from '../../src/http/contract/answers.ts';
import { client, given } from '../shared/client.ts';
import { placeName } from '../shared/names.ts';
import { AskedInVain } from '../shared/refused.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { useHub } from './scene.ts';

type Movement = StockCardAnswer['movements'][number];

export function StockCard({ lot, onClose }: { readonly lot: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { operation, board, picture, figures, at } = useHub();
  const place = board.stock.find((row) => row.lot === lot)?.place;
  const card = useQuery({ queryKey: ['stock-card', operation, lot, place, board.asOf, board], queryFn: ({ signal }) => given(client.hub.stockCard(operation, lot, { asOf: at, place }, { signal })), placeholderData: keepPreviousData });
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const movements = card.data?.movements ?? [];
  const columns: readonly Column<Movement>[] = [
    { name: 'when', head: t('hub.column.when'), cell: ({ at: when }) => figures.hour(when) },
    {
      name: 'what', head: t('hub.column.what'),
      cell: ({ kind, other, reference, by }) => (
        <>
          {t(`hub.kind.${kind.replace('.', '-')}`, { defaultValue: kind })}
          <span className="under">{[other === null ? null : placeName(picture, other), reference, by].filter((it) => it !== null && it !== '').join(', ')}</span>
        </>
      ),
    },
    { name: 'in', head: t('hub.column.in'), isNumber: true, cell: (movement) => (movement.in === 0 ? '' : figures.count(movement.in)) },
    { name: 'out', head: t('hub.column.out'), isNumber: true, cell: ({ out }) => (out === 0 ? '' : figures.count(out)) },
    {
      name: 'balance', head: t('hub.column.balance'), isNumber: true,
      // A dialog lies over everything: the fact opens beside the page, not over the drawer.
      cell: ({ seq, balance }) => (
        <a href={`/api/v1/operations/${encodeURIComponent(operation)}/facts?after=${seq - 1}&limit=1`} target="_blank" rel="noreferrer" aria-label={t('hub.factOf', { n: figures.count(balance), seq })}>
          {figures.count(balance)}
        </a>
      ),
    },
  ];
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="card-title" onClose={onClose} onClick={(event) => { if (event.target === dialog.current) dialog.current.close(); }}>
      <p className="print-only">
        {picture.name}, {figures.moment(board.asOf)}
      </p>
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
      {card.error !== null && <AskedInVain error={card.error} />}
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
            <Table columns={columns} rows={movements} keyOf={({ seq }) => String(seq)} titled="card-title" />
          )}
        </>
      )}
    </dialog>
  );
}
