// A shipper's sheet as a person reads it back: what each column was taken for, the lots, what they weigh, what is wrong in
// which row, and the questions with the answers that can be given.

import { count, decimal } from '../app/figures.ts';
import type { IntakePreview } from '../app/airlift/intake-shape.ts';
import type { Ink } from './ink.ts';
import { rejectionLine } from './refusals.ts';
import { table } from './table.ts';

const MOST_LINES = 50;

export function intakeText(preview: IntakePreview, ink: Ink): string {
  const { file, sheet, headerRow, mapping, lots, counts, notRead, duplicateOf } = preview;
  const parts = [
    `${file.name}${sheet === '' ? '' : `, sheet ${sheet}`}: ${count(counts.rows)} ${counts.rows === 1 ? 'row' : 'rows'} of goods${headerRow === null ? '' : ` below row ${headerRow}`}${counts.aside === 0 ? '' : `, ${count(counts.aside)} set aside`}.`,
    mapping.length === 0 ? null : table([{ title: 'column', cell: ({ column }) => column }, { title: 'header', cell: ({ header }) => header.slice(0, 40) }, { title: 'taken for', cell: ({ field }) => field ?? '–' }, { title: 'sure', cell: ({ field, confidence }) => (field === null ? '' : confidence.toFixed(2)), right: true }, { title: 'such as', cell: ({ samples }) => (samples[0] ?? '').slice(0, 40) }], mapping),
    lots.length === 0 ? null : lotsText(preview),
    problemsText(preview),
    notRead.length === 0 ? null : `Not read: ${notRead.slice(0, 5).map(({ row, text }) => `row ${row} (${text.slice(0, 60)})`).join('; ')}${notRead.length > 5 ? ` and ${count(notRead.length - 5)} more` : ''}.`,
    duplicateOf === null ? null : ink.bad(duplicateOf.text),
    questionsText(preview, ink),
    `Papers still missing: ${preview.missingPapers.map((papers) => papers.join(' or ')).join(', ') || 'none'}.`,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

function lotsText({ lots, totals }: IntakePreview): string {
  const shown = lots.slice(0, MOST_LINES);
  const rows = table(
    [
      { title: 'lot', cell: ({ lot }) => lot ?? '–' }, { title: 'item', cell: ({ item }) => item }, { title: 'units', cell: ({ units }) => count(units), right: true }, { title: 'cartons', cell: ({ cartons }) => count(cartons), right: true },
      { title: 'of', cell: ({ unitsPerCarton }) => count(unitsPerCarton), right: true }, { title: 'gross kg', cell: ({ grossKg }) => (grossKg === null ? '–' : decimal(grossKg)), right: true }, { title: 'm³', cell: ({ volumeM3 }) => (volumeM3 === null ? '–' : decimal(volumeM3)), right: true },
      { title: 'batch', cell: ({ batch }) => batch ?? '–' }, { title: 'expires', cell: ({ expires }) => expires ?? '–' }, { title: 'pledge', cell: ({ pledge, earmark }) => `${pledge ?? '–'}${earmark === null ? '' : ` (${earmark})`}` },
    ],
    shown,
  );
  const more = lots.length > shown.length ? `\nand ${count(lots.length - shown.length)} more lots` : '';
  return `${rows}${more}\n\nTogether ${count(totals.cartons)} cartons, ${count(totals.pallets)} pallet places, ${decimal(totals.grossKg)} kg, ${decimal(totals.volumeM3)} m³, chargeable ${decimal(totals.chargeableKg)} kg${totals.isEstimated ? ' (in part by the catalogue)' : ''}.`;
}

function problemsText({ file, sheet, rows, counts }: IntakePreview): string | null {
  const problems = rows.filter(({ isAside }) => !isAside).flatMap((row) => row.problems);
  if (problems.length === 0) return null;
  const lines = problems.slice(0, MOST_LINES).map((problem) => rejectionLine({ ...problem, file: file.name, sheet: sheet === '' ? null : sheet, remedy: `${problem.remedy}, or answer row:${problem.row} → ${problem.mayKeep ? 'keep or aside' : 'aside'}` }));
  return `${count(counts.withProblems)} ${counts.withProblems === 1 ? 'row has' : 'rows have'} problems:\n${lines.join('\n')}${problems.length > lines.length ? `\nand ${count(problems.length - lines.length)} more` : ''}`;
}

function questionsText({ questions }: IntakePreview, ink: Ink): string | null {
  if (questions.length === 0) return null;
  const asked = questions.map(({ id, text, options, free, suggestion, rows }) => {
    const where = rows.length === 0 ? '' : ink.quiet(` (row ${rows.join(', ')})`);
    const choices = options.map(({ value, label }) => `\n    "${id}": "${value}"  ${ink.quiet(label)}`).join('');
    const own = free === null ? '' : `\n    "${id}": ${free === 'number' ? 'a number' : free === 'instant' ? 'an instant' : 'your own words'}${suggestion === null ? '' : ink.quiet(`, such as ${suggestion}`)}`;
    return `  ${text}${where}${choices}${own}`;
  });
  return `Questions, to be answered in a JSON file (--answers FILE):\n${asked.join('\n')}`;
}
