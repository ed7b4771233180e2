// Stock lot by lot: what is in which state, and whose turn it is to go out (first expired, first out). Filter and open card stand in
// the page's address; what is done to a lot opens under its row.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubSeen } from '../router.tsx';
import { placeName } from '../shared/names.ts';
import { Sign } from '../shared/signs.tsx';
import { LotActions } from './lot-actions.tsx';
import { useHub, type LotInStock } from './scene.ts';

const STATES = ['landed', 'held', 'quarantined', 'available', 'allocated'] as const;
const COLUMNS = ['lot', 'item', 'turn', 'expires', 'cartons', ...STATES] as const;
type Column = (typeof COLUMNS)[number];
const isNumber = (column: Column): boolean => column === 'cartons' || STATES.some((state) => state === column);

/** What a column is sorted by; what has no turn or no expiry goes last. */
function valueIn(row: LotInStock, column: Column): string | number {
  if (column === 'turn') return row.turn ?? Number.MAX_SAFE_INTEGER;
  if (column === 'expires') return row.expires ?? '9999';
  return column === 'lot' || column === 'item' || column === 'cartons' ? row[column] : row.units[column];
}

export function Stock({ search, onLook }: { readonly search: HubSeen; readonly onLook: (change: Partial<HubSeen>) => void }): ReactElement {
  const { t } = useTranslation();
  const { board, figures } = useHub();
  const [order, setOrder] = useState<{ readonly column: Column; readonly down: boolean } | null>(null);
  const state = STATES.find((it) => it === search.state);
  const fits = (row: LotInStock): boolean => (!search.item || row.item === search.item) && (state === undefined || row.units[state] > 0);
  const rows = board.stock.filter(fits);
  const shown = order === null ? rows : rows.toSorted((a, b) => {
    const [left, right] = [valueIn(a, order.column), valueIn(b, order.column)];
    const sign = typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), undefined, { numeric: true });
    return order.down ? -sign : sign;
  });
  return (
    <section className="stock" aria-labelledby="stock-title">
      <h2 className="head" id="stock-title">
        {t('hub.stock')} <span>{t('hub.fefo')}</span>
      </h2>
      {board.stock.length === 0 ? (
        <p className="none">{t('hub.noStock')}</p>
      ) : (
        <>
          <div className="filters">
            <Filter name={t('plan.filterItem')} value={search.item} options={[...new Set(board.stock.map(({ item }) => item))].map((item) => [item, figures.item(item)])} onChange={(item) => onLook({ item })} />
            <Filter name={t('hub.column.state')} value={search.state} options={STATES.map((it) => [it, t(`hub.in.${it}`)])} onChange={(next) => onLook({ state: next })} />
            <span className="quiet" role="status">
              {t('hub.lotsOf', { shown: figures.count(shown.length), all: figures.count(board.stock.length) })}
            </span>
          </div>
          <div className="sheet" tabIndex={0} role="group" aria-labelledby="stock-title">
            <table>
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col" className={isNumber(column) ? 'number' : undefined} aria-sort={order?.column === column ? (order.down ? 'descending' : 'ascending') : 'none'}>
                      <button type="button" className="plain" aria-label={t('plan.sort', { column: nameOf(column) })} onClick={() => setOrder((held) => ({ column, down: held?.column === column && !held.down }))}>
                        {nameOf(column)}
                        {order?.column === column && <span aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</span>}
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              {shown.map((row) => (
                <Row key={`${row.place} ${row.lot}`} row={row} onCard={() => onLook({ card: row.lot })} />
              ))}
              {shown.length === 0 && (
                <tbody>
                  <tr>
                    <td colSpan={COLUMNS.length}>{t('hub.noLotFits')}</td>
                  </tr>
                </tbody>
              )}
            </table>
          </div>
        </>
      )}
    </section>
  );

  function nameOf(column: Column): string {
    return STATES.some((it) => it === column) ? t(`hub.in.${column}`) : t(`hub.column.${column}`);
  }
}

function Row({ row, onCard }: { readonly row: LotInStock; readonly onCard: () => void }): ReactElement {
  const { t } = useTranslation();
  const { picture, figures, board } = useHub();
  const [acting, setActing] = useState(false);
  return (
    <tbody className={acting ? 'selected' : undefined}>
      <tr>
        <th scope="row">
          <button type="button" className="plain link" onClick={onCard} aria-label={t('hub.cardOf', { lot: row.lot })}>
            {row.lot}
          </button>{' '}
          <button type="button" className="verb" aria-expanded={acting} aria-label={t('hub.actOn', { lot: row.lot })} onClick={() => setActing((it) => !it)}>
            {t('hub.act')}
          </button>
          {row.place !== board.hub && <span className="under">{placeName(picture, row.place)}</span>}
        </th>
        <td data-label={t('hub.column.item')}>{figures.item(row.item)}</td>
        <td data-label={t('hub.column.turn')}>{row.recalled ? <Mark text={t('hub.recalled')} /> : row.expired ? <Mark text={t('hub.expired')} /> : row.turn === null ? '–' : t('hub.turn', { n: figures.count(row.turn) })}</td>
        <td data-label={t('hub.column.expires')}>
          {row.expires === null ? '–' : figures.calendar(row.expires)}
          {row.batch !== null && <span className="under">{row.batch}</span>}
        </td>
        <td className="number" data-label={t('hub.column.cartons')}>
          {figures.count(row.cartons)}
        </td>
        {STATES.map((state) => (
          <td key={state} className={row.units[state] === 0 ? 'number nothing' : 'number'} data-label={t(`hub.in.${state}`)}>
            {row.units[state] === 0 ? <span className="quiet">0</span> : figures.count(row.units[state])}
          </td>
        ))}
      </tr>
      {acting && (
        <tr className="acts">
          <td colSpan={COLUMNS.length}>
            <LotActions row={row} onDone={() => setActing(false)} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

const Mark = ({ text }: { readonly text: string }): ReactElement => (
  <span className="mark-out">
    <Sign name="closed" size={12} /> {text}
  </span>
);

interface FilterProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

function Filter({ name, value = '', options, onChange }: FilterProps): ReactElement {
  const { t } = useTranslation();
  return (
    <label>
      {name}{' '}
      <select className="choice" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('plan.any')}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
