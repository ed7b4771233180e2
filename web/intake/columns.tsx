// How the shipper's columns were matched, with what stands in them; each can be corrected.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetsEnglish } from '../hub/words/sheets-en.ts';
import type { Figures } from '../shared/figures.ts';
import { Table, type Column } from '../shared/table.tsx';
import { fieldName } from './question-text.ts';
import type { Preview } from './use-intake.ts';
import type { SheetInHand } from './use-sheet.ts';

const GOODS_FIELDS = Object.keys(sheetsEnglish.field);

interface ColumnsProps {
  readonly intake: Pick<SheetInHand<unknown, unknown>, 'answers' | 'answer'>;
  readonly preview: Pick<Preview, 'mapping' | 'headerRow'>;
  readonly figures: Figures;
  /** What a column can mean; absent: what a packing list tells. */
  readonly fields?: readonly string[];
}

export function Columns({ intake: { answers, answer }, preview: { mapping, headerRow }, figures, fields = GOODS_FIELDS }: ColumnsProps): ReactElement | null {
  const { t } = useTranslation();
  if (mapping.length === 0) return null;
  const columns: readonly Column<Preview['mapping'][number]>[] = [
    {
      name: 'column', head: t('sheets.column'),
      cell: ({ column, header }) => (
        <>
          {column} <span className="under">{header}</span>
        </>
      ),
    },
    {
      name: 'meaning', head: t('sheets.meaning'),
      cell: ({ column, header, field }) => (
        <select className="choice" aria-label={t('sheets.meaningOf', { column, header })} value={answers[`column:${column}`] ?? field ?? 'none'} onChange={(event) => answer({ [`column:${column}`]: event.target.value })}>
          <option value="none">{t('sheets.none')}</option>
          {fields.map((it) => (
            <option key={it} value={it}>
              {fieldName(it, t)}
            </option>
          ))}
        </select>
      ),
    },
    { name: 'by', head: t('sheets.matchedBy'), cell: ({ by, confidence }) => (by === null ? '–' : by === 'words' ? t('sheets.by.words', { share: figures.percent(confidence) }) : t(`sheets.by.${by}`)) },
    { name: 'samples', head: t('sheets.samples'), className: 'samples', cell: ({ samples }) => samples.slice(0, 3).join(' · ') },
  ];
  return (
    <section className="columns" aria-labelledby="columns-title">
      <h2 className="head" id="columns-title">
        {t('sheets.columns')} {headerRow !== null && <span>{t('sheets.headerRow', { row: headerRow })}</span>}
      </h2>
      <Table columns={columns} rows={mapping} keyOf={({ column }) => column} titled="columns-title" isTall />
    </section>
  );
}
