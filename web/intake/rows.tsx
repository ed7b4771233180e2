// Rows that something is wrong with, in place: the row, the cell, the remedy. A row is corrected in the sheet, kept with its doubt
// where that may be, or set aside.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { wordsOf } from '../shared/refused.tsx';
import { Table, type Column } from '../shared/table.tsx';
import type { Preview } from './use-intake.ts';
import type { SheetInHand } from './use-sheet.ts';

type Row = Pick<Preview['rows'][number], 'row' | 'description' | 'problems' | 'isAside'>;

interface RowsProps {
  readonly intake: Pick<SheetInHand<unknown, unknown>, 'answers' | 'answer'>;
  readonly preview: { readonly rows: readonly Row[]; readonly counts: Pick<Preview['counts'], 'rows' | 'withProblems' | 'aside'>; readonly notRead: Preview['notRead'] };
  readonly figures: Figures;
}

/** Shown at once: a sheet with more wrong rows is wrong as a whole. */
const SHOWN = 200;

export function Rows({ intake: { answers, answer }, preview: { rows, counts, notRead }, figures }: RowsProps): ReactElement | null {
  const { t } = useTranslation();
  const wrong = rows.filter(({ problems, isAside, row }) => problems.length > 0 || isAside || answers[`row:${row}`] !== undefined);
  if (wrong.length === 0 && notRead.length === 0) return null;
  const open = wrong.filter(({ isAside, problems }) => problems.length > 0 && !isAside);
  const columns: readonly Column<Row>[] = [
    { name: 'row', head: t('sheets.row'), cell: ({ row }) => row },
    { name: 'goods', head: t('sheets.goods'), cell: ({ description }) => description },
    {
      name: 'wrong', head: t('sheets.whatIsWrong'),
      cell: ({ row, problems }) =>
        problems.map(({ column, value, problem, remedy }) => (
          <p key={`${column ?? ''} ${problem}`}>
            {column !== null && (
              <b>
                {column}
                {row}
                {value !== null && value !== '' && ` “${value}”`}:{' '}
              </b>
            )}
            <span lang="en">{wordsOf({ problem, remedy })}</span>
          </p>
        )),
    },
    { name: 'todo', head: t('sheets.whatToDo'), cell: toDo },
  ];
  function toDo({ row, problems, isAside }: Row): ReactElement {
    if (isAside || answers[`row:${row}`] !== undefined)
      return (
        <>
          {t(isAside ? 'sheets.isAside' : 'sheets.isKept')}{' '}
          <button type="button" className="verb" aria-label={`${t('sheets.back')}: ${row}`} onClick={() => answer({ [`row:${row}`]: undefined })}>
            {t('sheets.back')}
          </button>
        </>
      );
    return (
      <>
        <button type="button" className="key" aria-label={`${t('sheets.aside')}: ${row}`} onClick={() => answer({ [`row:${row}`]: 'aside' })}>
          {t('sheets.aside')}
        </button>{' '}
        {problems.every(({ mayKeep }) => mayKeep) && (
          <button type="button" className="key" aria-label={`${t('sheets.keep')}: ${row}`} onClick={() => answer({ [`row:${row}`]: 'keep' })}>
            {t('sheets.keep')}
          </button>
        )}
      </>
    );
  }
  return (
    <section className="rows" aria-labelledby="rows-title">
      <h2 className="head" id="rows-title">
        {t('sheets.wrongRows')}
        <span>{t('sheets.wrongOf', { wrong: figures.count(counts.withProblems), aside: figures.count(counts.aside), all: figures.count(counts.rows) })}</span>
      </h2>
      {open.length > 1 && (
        <button type="button" className="key" onClick={() => answer(Object.fromEntries(open.map(({ row }) => [`row:${row}`, 'aside'])))}>
          {t('sheets.allAside', { count: open.length })}
        </button>
      )}
      {wrong.length > 0 && (
        <Table columns={columns} rows={wrong.slice(0, SHOWN)} keyOf={({ row }) => String(row)} titled="rows-title" isTall isStruck={({ isAside }) => isAside} />
      )}
      {wrong.length > SHOWN && <p className="quiet">{t('source.more', { n: figures.count(wrong.length - SHOWN) })}</p>}
      {notRead.length > 0 && (
        <details>
          <summary>{t('sheets.notRead', { count: notRead.length })}</summary>
          <ul>
            {notRead.slice(0, SHOWN).map(({ row, text }) => (
              <li key={row}>
                {row}: {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
