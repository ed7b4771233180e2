// Rows that something is wrong with, in place: the row, the cell, the remedy. A row is corrected in the sheet, kept with its doubt
// where that may be, or set aside.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import type { Intake, Preview } from './use-intake.ts';

interface RowsProps {
  readonly intake: Intake;
  readonly preview: Preview;
  readonly figures: Figures;
}

/** Shown at once: a sheet with more wrong rows is wrong as a whole. */
const SHOWN = 200;

export function Rows({ intake: { answers, answer }, preview: { rows, counts, notRead }, figures }: RowsProps): ReactElement | null {
  const { t } = useTranslation();
  const wrong = rows.filter(({ problems, isAside, row }) => problems.length > 0 || isAside || answers[`row:${row}`] !== undefined);
  if (wrong.length === 0 && notRead.length === 0) return null;
  const open = wrong.filter(({ isAside, problems }) => problems.length > 0 && !isAside);
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
        <div className="sheet" tabIndex={0} role="group" aria-labelledby="rows-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('sheets.row')}</th>
                <th scope="col">{t('sheets.goods')}</th>
                <th scope="col">{t('sheets.whatIsWrong')}</th>
                <th scope="col">{t('sheets.whatToDo')}</th>
              </tr>
            </thead>
            <tbody>
              {wrong.slice(0, SHOWN).map(({ row, description, problems, isAside }) => (
                <tr key={row} data-aside={isAside}>
                  <th scope="row">{row}</th>
                  <td data-label={t('sheets.goods')}>{description}</td>
                  <td data-label={t('sheets.whatIsWrong')}>
                    {problems.map(({ column, value, problem, remedy }) => (
                      <p key={`${column ?? ''} ${problem}`}>
                        {column !== null && (
                          <b>
                            {column}
                            {row}
                            {value !== null && value !== '' && ` “${value}”`}:{' '}
                          </b>
                        )}
                        <span lang="en">
                          {problem}; {remedy}
                        </span>
                      </p>
                    ))}
                  </td>
                  <td data-label={t('sheets.whatToDo')}>
                    {isAside || answers[`row:${row}`] !== undefined ? (
                      <>
                        {t(isAside ? 'sheets.isAside' : 'sheets.isKept')}{' '}
                        <button type="button" className="verb" aria-label={`${t('sheets.back')}: ${row}`} onClick={() => answer({ [`row:${row}`]: undefined })}>
                          {t('sheets.back')}
                        </button>
                      </>
                    ) : (
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
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
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
