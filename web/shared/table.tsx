// The one table of the desks: columns that say their head and their cell, numbers at the end, rows of 32 px, or 43 where a row
// holds more than figures. On a phone each row is a card whose cells bear their heads. Sorted, filtered, opened: by whoever has it.

import './sheet.css';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column<R> {
  readonly name: string;
  readonly head: string;
  readonly cell: (row: R) => ReactNode;
  readonly isNumber?: boolean;
  /** Whether a cell says nothing that a phone need show. */
  readonly isNothing?: ((row: R) => boolean) | undefined;
  readonly className?: string | ((row: R) => string | undefined);
}

export interface Sorted {
  readonly column: string;
  readonly down: boolean;
}

interface TableProps<R> {
  /** The first names its row. */
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** What the table is, to a reader who cannot see its place; `titled`: the id of the heading that says so. */
  readonly label?: string;
  readonly titled?: string;
  readonly caption?: string;
  readonly isTall?: boolean;
  readonly isSelected?: (row: R) => boolean;
  readonly isStruck?: (row: R) => boolean;
  /** What is opened under a row; null: nothing. */
  readonly below?: (row: R) => ReactNode;
  readonly foot?: ReactNode;
  /** Stands where there is no row. */
  readonly empty?: string;
  /** Absent: it is not sorted. */
  readonly sorted?: { readonly by: Sorted | null; readonly onSort: (by: Sorted) => void };
}

export function Table<R>({ columns, rows, keyOf, label, titled, caption, isTall = false, isSelected, isStruck, below, foot, empty, sorted }: TableProps<R>): ReactElement {
  return (
    <div className={isTall ? 'sheet tall' : 'sheet'} tabIndex={0} role="group" aria-label={titled === undefined ? label : undefined} aria-labelledby={titled}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.name} column={column} sorted={sorted} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const under = below?.(row) ?? null;
            const chosen = isSelected?.(row) === true;
            return (
              <Fragment key={keyOf(row)}>
                <tr className={chosen ? 'selected' : undefined} data-aside={isStruck?.(row)}>
                  {columns.map((column, index) => (index === 0 ? <First key={column.name} column={column} row={row} /> : <Cell key={column.name} column={column} row={row} />))}
                </tr>
                {under !== null && (
                  <tr className={chosen ? 'acts selected' : 'acts'}>
                    <td colSpan={columns.length}>{under}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}

function Head<R>({ column: { name, head, isNumber }, sorted }: { readonly column: Column<R>; readonly sorted: TableProps<R>['sorted'] }): ReactElement {
  const { t } = useTranslation();
  const own = sorted?.by?.column === name ? sorted.by : null;
  return (
    <th scope="col" className={isNumber === true ? 'number' : undefined} aria-sort={sorted === undefined ? undefined : own === null ? 'none' : own.down ? 'descending' : 'ascending'}>
      {sorted === undefined ? (
        head
      ) : (
        <button type="button" className="plain" aria-label={t('plan.sort', { column: head })} onClick={() => sorted.onSort({ column: name, down: own !== null && !own.down })}>
          {head}
          {own !== null && <span aria-hidden="true">{own.down ? ' ↓' : ' ↑'}</span>}
        </button>
      )}
    </th>
  );
}

function classOf<R>({ isNumber, isNothing, className }: Column<R>, row: R): string | undefined {
  const names = [isNumber === true ? 'number' : '', isNothing?.(row) === true ? 'nothing' : '', typeof className === 'function' ? className(row) : className].filter((it) => it !== undefined && it !== '');
  return names.length === 0 ? undefined : names.join(' ');
}

const First = <R,>({ column, row }: { readonly column: Column<R>; readonly row: R }): ReactElement => (
  <th scope="row" className={classOf(column, row)}>
    {column.cell(row)}
  </th>
);

const Cell = <R,>({ column, row }: { readonly column: Column<R>; readonly row: R }): ReactElement => (
  <td data-label={column.head} className={classOf(column, row)}>
    {column.cell(row)}
  </td>
);
