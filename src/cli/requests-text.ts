// Requests as a person reads them in a terminal: who asks for what, what it stands beside, the band it is held against; and a sheet
// of them with what is wrong in which row.

import { count } from '../app/figures.ts';
import type { RequestSheetPreview } from '../app/need/requests/request-sheets.ts';
import type { RequestInList, RequestsReport } from '../app/need/requests/shape.ts';
import { writeInstant } from '../domain/time.ts';
import { rejectionLine } from './refusals.ts';
import { table } from './table.ts';

const MOST_LINES = 50;
const WAITS = { person: 'for a person', requester: 'for its requester' } as const;

export function requestsText({ operation, asOf, requests }: RequestsReport): string {
  const waiting = requests.filter(({ waitsFor }) => waitsFor === 'person').length;
  const head = requests.length === 0 ? `Nobody has asked for anything in ${operation} by ${writeInstant(asOf)}. File requests with airbridge request ${operation} FILE, or make a link under /need/requests.` : `${count(requests.length)} ${requests.length === 1 ? 'request' : 'requests'} at ${writeInstant(asOf)}; ${count(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for a person.`;
  if (requests.length === 0) return head;
  const columns = [
    { title: 'request', cell: ({ request }: RequestInList) => request },
    { title: 'of', cell: ({ name }: RequestInList) => name },
    { title: 'asks for', cell: ({ lines }: RequestInList) => lines.map(({ item, units, cartons }) => `${count(units)} ${item} (${count(cartons)} ctn)`).join(', ') },
    { title: 'state', cell: ({ state }: RequestInList) => state },
    { title: 'waits', cell: ({ waitsFor }: RequestInList) => (waitsFor === null ? '' : WAITS[waitsFor]) },
  ];
  return `${head}\n\n${table(columns, requests, notesOf)}`;
}

/** What stands under a request: what its lines duplicate, and their bands. */
const notesOf = ({ lines, waitsFor }: RequestInList): string =>
  waitsFor === null
    ? ''
    : lines
        .flatMap(({ item, overlaps, plausible }) => [
          ...overlaps.map(({ sentence }) => sentence.inEnglish),
          ...(plausible === null ? [] : [`${item}: ${count(plausible.asked)} asked, estimate ${count(plausible.estimate.low)} to ${count(plausible.estimate.high)} for ${plausible.area}${plausible.verdict === 'within' ? '' : `, ${plausible.verdict} the plausible band`}.`]),
        ])
        .join(' ');

export function requestSheetText(preview: RequestSheetPreview): string {
  const { file, sheet, headerRow, mapping, counts, questions, requests, rows } = preview;
  const problems = rows.filter(({ isAside }) => !isAside).flatMap((row) => row.problems);
  const parts = [
    `${file.name}${sheet === '' ? '' : `, sheet ${sheet}`}: ${count(counts.rows)} ${counts.rows === 1 ? 'row' : 'rows'}${headerRow === null ? '' : ` below row ${headerRow}`}${counts.aside === 0 ? '' : `, ${count(counts.aside)} set aside`}.`,
    mapping.length === 0 ? null : table([{ title: 'column', cell: ({ column }) => column }, { title: 'header', cell: ({ header }) => header.slice(0, 40) }, { title: 'taken for', cell: ({ field }) => field ?? '–' }, { title: 'sure', cell: ({ field, confidence }) => (field === null ? '' : confidence.toFixed(2)), right: true }, { title: 'such as', cell: ({ samples }) => (samples[0] ?? '').slice(0, 40) }], mapping),
    requests.length === 0 ? null : `To be filed: ${requests.map(({ name, lines }) => `${name} (${count(lines)} ${lines === 1 ? 'line' : 'lines'})`).join(', ')}.`,
    problems.length === 0 ? null : `${count(counts.withProblems)} ${counts.withProblems === 1 ? 'row has' : 'rows have'} problems:\n${problems.slice(0, MOST_LINES).map((problem) => rejectionLine({ ...problem, file: file.name, sheet: sheet === '' ? null : sheet, remedy: `${problem.remedy}, or answer row:${problem.row} → aside` })).join('\n')}${problems.length > MOST_LINES ? `\nand ${count(problems.length - MOST_LINES)} more` : ''}`,
    questions.length === 0 ? null : `Questions, to be answered in a JSON file (--answers FILE):\n${questions.map(({ id, text, options }) => `  ${text}${options.map(({ value, label }) => `\n    "${id}": "${value}"  ${label}`).join('')}`).join('\n')}`,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}
