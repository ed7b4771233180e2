// Stock lot by lot: what is in which state, and whose turn it is to go out (first expired, first out). Filter and open card stand in
// the page's address; what is done to a lot opens under its row.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubSeen } from '../router.tsx';
import { placeName } from '../shared/names.ts';
import { useMay } from '../shared/may.ts';
import { Sign } from '../shared/signs.tsx';
import { Table, type Column as ColumnOf, type Sorted } from '../shared/table.tsx';
import { actsOn, LotActions } from './lot-actions.tsx';
import { useHub, type LotInStock } from './scene.ts';

const STATES = ['landed', 'held', 'quarantined', 'available', 'allocated'] as const;
const COLUMNS = ['lot', 'item', 'turn', 'expires', 'cartons', ...STATES] as const;
type Column = (typeof COLUMNS)[number];

/** What a column is sorted by; what has no turn or no expiry goes last. */
function valueIn(row: LotInStock, name: string): string | number {
  const column = COLUMNS.find((it) => it === name) ?? 'lot';
  if (column === 'turn') return row.turn ?? Number.MAX_SAFE_INTEGER;
  if (column === 'expires') return row.expires ?? '9999';
  return column === 'lot' || column === 'item' || column === 'cartons' ? row[column] : row.units[column];
}

export function Stock({ search, onLook }: { readonly search: HubSeen; readonly onLook: (change: Partial<HubSeen>) => void }): ReactElement {
  const { t } = useTranslation();
  const { board, figures } = useHub();
  const [order, setOrder] = useState<Sorted | null>(null);
  const [acting, setActing] = useState<string | null>(null);
  const columns = useColumns({ acting, onAct: setActing, onCard: (card) => onLook({ card }) });
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
          <Table
            columns={columns}
            rows={shown}
            keyOf={keyOf}
            titled="stock-title"
            isSelected={(row) => acting === keyOf(row)}
            below={(row) => (acting === keyOf(row) ? <LotActions row={row} onDone={() => setActing(null)} /> : null)}
            empty={t('hub.noLotFits')}
            sorted={{ by: order, onSort: setOrder }}
          />
        </>
      )}
    </section>
  );
}

const keyOf = ({ place, lot }: LotInStock): string => `${place} ${lot}`;

interface Acting {
  readonly acting: string | null;
  readonly onAct: (row: string | null) => void;
  readonly onCard: (lot: string) => void;
}

function useColumns({ acting, onAct, onCard }: Acting): readonly ColumnOf<LotInStock>[] {
  const { t } = useTranslation();
  const { picture, figures, board } = useHub();
  const may = useMay();
  const head = (column: Column): { readonly name: Column; readonly head: string } => ({ name: column, head: STATES.some((it) => it === column) ? t(`hub.in.${column}`) : t(`hub.column.${column}`) });
  return [
    {
      ...head('lot'),
      cell: (row) => (
        <>
          <button type="button" className="plain link" onClick={() => onCard(row.lot)} aria-label={t('hub.cardOf', { lot: row.lot })}>
            {row.lot}
          </button>{' '}
          {actsOn(row, may).length > 0 && (
            <button type="button" className="verb" aria-expanded={acting === keyOf(row)} aria-label={t('hub.actOn', { lot: row.lot })} onClick={() => onAct(acting === keyOf(row) ? null : keyOf(row))}>
              {t('hub.act')}
            </button>
          )}
          {row.place !== board.hub && <span className="under">{placeName(picture, row.place)}</span>}
        </>
      ),
    },
    { ...head('item'), cell: ({ item }) => figures.item(item) },
    { ...head('turn'), cell: ({ recalled, expired, turn }) => (recalled ? <Mark text={t('hub.recalled')} /> : expired ? <Mark text={t('hub.expired')} /> : turn === null ? '–' : t('hub.turn', { n: figures.count(turn) })) },
    {
      ...head('expires'),
      cell: ({ expires, batch }) => (
        <>
          {expires === null ? '–' : figures.calendar(expires)}
          {batch !== null && <span className="under">{batch}</span>}
        </>
      ),
    },
    { ...head('cartons'), isNumber: true, cell: ({ cartons }) => figures.count(cartons) },
    ...STATES.map((state): ColumnOf<LotInStock> => ({ ...head(state), isNumber: true, isNothing: ({ units }) => units[state] === 0, cell: ({ units }) => (units[state] === 0 ? <span className="quiet">0</span> : figures.count(units[state])) })),
  ];
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
