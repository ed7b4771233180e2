// How the shipper's columns were matched, with what stands in them; each can be corrected.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetsEnglish } from '../hub/words/sheets-en.ts';
import type { Figures } from '../shared/figures.ts';
import type { Intake, Preview } from './use-intake.ts';

const FIELDS = Object.keys(sheetsEnglish.field);

export function Columns({ intake: { answers, answer }, preview: { mapping, headerRow }, figures }: { readonly intake: Intake; readonly preview: Preview; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (mapping.length === 0) return null;
  return (
    <section className="columns" aria-labelledby="columns-title">
      <h2 className="head" id="columns-title">
        {t('sheets.columns')} {headerRow !== null && <span>{t('sheets.headerRow', { row: headerRow })}</span>}
      </h2>
      <div className="sheet" tabIndex={0} role="group" aria-labelledby="columns-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('sheets.column')}</th>
              <th scope="col">{t('sheets.meaning')}</th>
              <th scope="col">{t('sheets.matchedBy')}</th>
              <th scope="col">{t('sheets.samples')}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.map(({ column, header, field, confidence, by, samples }) => (
              <tr key={column}>
                <th scope="row">
                  {column} <span className="under">{header}</span>
                </th>
                <td data-label={t('sheets.meaning')}>
                  <select className="choice" aria-label={t('sheets.meaningOf', { column, header })} value={answers[`column:${column}`] ?? field ?? 'none'} onChange={(event) => answer({ [`column:${column}`]: event.target.value })}>
                    <option value="none">{t('sheets.none')}</option>
                    {FIELDS.map((it) => (
                      <option key={it} value={it}>
                        {t(`sheets.field.${it}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td data-label={t('sheets.matchedBy')}>{by === null ? '–' : by === 'words' ? t('sheets.by.words', { share: figures.percent(confidence) }) : t(`sheets.by.${by}`)}</td>
                <td data-label={t('sheets.samples')} className="samples">
                  {samples.slice(0, 3).join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
