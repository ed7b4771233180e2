// Which worksheet of a file holds the rows, and where its header stands: by what the headers say, else asked.

import type { Sheets } from '../sheets/read-sheets.ts';
import { layoutOf, rowsOf, type HeaderScores, type Layout } from './layout.ts';
import { question, type Answers, type Asking } from './question.ts';

/** The sheet that a person named, else the only one with a header; null: asked, or none. @param several what is asked where there are several. */
export function chooseSheet(sheets: Sheets, answers: Answers, asking: Asking, several: string, scores?: HeaderScores): Layout | null {
  const headerRow = Number(answers.get('header') ?? '') || null;
  const named = answers.get('sheet');
  const grids = named === undefined ? sheets.grids : sheets.grids.filter(({ name }) => name === named);
  const layouts = grids.flatMap((grid) => layoutOf(grid, grids.length === 1 ? headerRow : null, scores) ?? []).filter(({ body }) => body.length > 0);
  const likely = layouts.filter(({ known }) => known >= 3);
  const [first, ...others] = likely.length > 0 ? likely : layouts;
  if (first !== undefined && others.length === 0) return first;
  if (first === undefined) {
    const [grid] = grids;
    const rows = grid === undefined || grids.length > 1 ? [] : rowsOf(grid).slice(0, 10);
    if (rows.length > 1) asking.ask(question('header', 'header', 'In which row do the names of the columns stand?', { options: rows.map(({ row, cells }) => ({ value: String(row), label: `${row}: ${[...cells.values()].map(({ text }) => text).join(' · ').slice(0, 80)}` })) }));
    return null;
  }
  asking.ask(question('sheet', 'sheet', several, { options: [first, ...others].map(({ sheet, body }) => ({ value: sheet, label: `${sheet}: ${body.length} rows` })) }));
  return null;
}
