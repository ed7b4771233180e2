// An Excel workbook (.xlsx) → its worksheets as grids. What it is not: a pack; which sheets and columns there should be is
// packs/ to say. A file that is none, is damaged, locked or unreasonably large is refused with a remedy.
// ECMA-376 Part 2 (the package) and Part 1. Ready readers were tried: docs/decisions/0007-workbooks.md.

import { err, ok, type Result } from '../../domain/result.ts';
import type { Grid } from './grid.ts';
import { isZip, LARGEST_UNPACKED, unpack, type Parts } from './package.ts';
import { dateStyles, readWorksheet, sharedTexts, TooManyCells, type Shared } from './worksheet-xml.ts';
import { listen } from './xml.ts';

export interface UnreadableWorkbook {
  readonly problem: string;
  readonly remedy: string;
}

const MB = 1024 * 1024;
const SAVE_AS = 'open it in the spreadsheet program and save it as "Excel workbook (.xlsx)"';
const refuse = (problem: string, remedy: string): Result<never, UnreadableWorkbook> => err({ problem, remedy });

/** What a reader wants beside the cells, and how much it can hold. */
export interface Reading {
  /** What formulas last gave, beside the formulas. */
  readonly results?: boolean;
  /** Bytes of all parts together. */
  readonly largestUnpacked?: number;
  /** Of each worksheet. */
  readonly mostCells?: number;
}

/** Compound files of old: what .xls is, and what a workbook with a password is wrapped in. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

export function readWorkbook(bytes: Uint8Array, { results = false, largestUnpacked = LARGEST_UNPACKED, mostCells = Infinity }: Reading = {}): Result<readonly Grid[], UnreadableWorkbook> {
  if (isCompound(bytes)) return refuse('the workbook has a password, or is of the old form .xls', 'take the password away, and save it as "Excel workbook (.xlsx)"');
  if (!isZip(bytes)) return refuse('this is no workbook', SAVE_AS);
  const parts = unpack(bytes, largestUnpacked);
  if (parts === 'too large') return refuse(`the workbook is too large: unpacked it has more than ${largestUnpacked / MB} MB`, 'remove pictures and sheets that do not belong to it, or split it');
  if (parts === 'damaged') return refuse('the workbook is damaged or was cut off', 'take the file anew from where it came from');
  try {
    const book = relation(parts, '', 'officeDocument')[0]?.target;
    if (book === undefined || parts[book] === undefined) return refuse('this is no Excel workbook', SAVE_AS);
    return ok(gridsOf(parts, book, { results, mostCells }));
  } catch (error) {
    if (error instanceof TooManyCells) return refuse(`a worksheet has more than ${mostCells} filled cells`, 'split it into several workbooks, or remove the columns that say nothing of the goods');
    return refuse('the workbook is damaged: one of its parts cannot be read', SAVE_AS);
  }
}

function gridsOf(parts: Parts, book: string, wanted: Pick<Shared, 'results' | 'mostCells'>): Grid[] {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let from1904 = false;
  listen(textOf(parts, book), {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '' });
      else if (name === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
    },
  });
  const [strings, styles] = ['sharedStrings', 'styles'].map((type) => relation(parts, book, type)[0]?.target);
  const shared: Shared = {
    texts: strings === undefined ? [] : sharedTexts(textOf(parts, strings)),
    dates: styles === undefined ? [] : dateStyles(textOf(parts, styles)),
    from1904,
    ...wanted,
  };
  const targets = new Map(relation(parts, book, 'worksheet').map(({ id, target }) => [id, target]));
  return sheets.flatMap(({ name, id }) => {
    const target = targets.get(id);
    return target === undefined ? [] : [{ name, ...readWorksheet(textOf(parts, target), shared) }];
  });
}

/** The parts that a part is related to in a way (`worksheet`, `styles`), with the name of each part. */
function relation(parts: Parts, from: string, type: string): { readonly id: string; readonly target: string }[] {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${from.slice(folder.length)}.rels`;
  if (parts[relations] === undefined) return [];
  const found: { id: string; target: string }[] = [];
  listen(textOf(parts, relations), {
    open: (name, { Id: id = '', Type: kind = '', Target: target = '' }) => {
      if (name === 'Relationship' && kind.endsWith(`/${type}`)) found.push({ id, target: resolved(folder, target) });
    },
  });
  return found;
}

/** Part names have no slash in front: xl/ + worksheets/a.xml, /xl/worksheets/a.xml, ../xl/a.xml. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

const textOf = (parts: Parts, name: string): string => new TextDecoder('utf-8', { fatal: true }).decode(parts[name]);
