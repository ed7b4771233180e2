import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { hasPoppler, pagesOf, picturesOf, sayThatItIsMissing } from '../../test/support/poppler.ts';
import { Instant, Zone } from '../domain/time.ts';
import type { Paper, Row, Section } from '../standards/documents/paper.ts';
import { printPaper } from './print.ts';

const paper = (sections: readonly Section[], more: Partial<Paper> = {}): Paper => ({
  language: 'en', title: 'Packing list', number: 'PL-1', issuedAt: Instant.parse('2020-03-13T20:40:00.000Z'), zone: Zone.parse('Europe/Brussels'), layout: 'portrait', sections, ...more,
});
async function printed(it: Paper): Promise<Uint8Array> {
  const pdf = await printPaper(it);
  if (!pdf.ok) throw new Error(pdf.error.message);
  return pdf.value;
}
const rowsTo = (count: number): Row[] => Array.from({ length: count }, (_, i) => ({ cells: [`lot ${i + 1}`, String(i)] }));
const table = (count: number): Section => ({
  kind: 'table', columns: [{ heading: 'Lot', kind: 'text' }, { heading: 'Units', kind: 'figure' }], rows: rowsTo(count), totals: ['Sum of all', '99'], empty: 'No lot yet: receive one.',
});

describe('a paper', () => {
  test('is the same file every time, and another where one sign differs', async () => {
    const bytes = await printed(paper([table(60)], { link: 'https://example.org/PL-1' }));
    expect(Buffer.compare(await printed(paper([table(60)], { link: 'https://example.org/PL-1' })), bytes)).toBe(0);
    expect(Buffer.compare(await printed(paper([table(60)], { link: 'https://example.org/PL-2' })), bytes)).not.toBe(0);
  });

  test('bears the hour of its fact, not the hour of printing', async () => {
    const text = Buffer.from(await printed(paper([]))).toString('latin1');
    expect(text.match(/D:\d{14}Z/g)).toEqual(['D:20200313204000Z', 'D:20200313204000Z']);
  });

  test('is refused where a name would be printed with holes in it', async () => {
    const refused = await printPaper(paper([{ kind: 'text', paragraphs: ['浙江'] }]));
    expect(refused).toEqual({ ok: false, error: { message: 'the paper holds signs that no typeface of ours has: 浙 江', remedy: expect.stringContaining('Latin') } });
  });

  test('whose row has a cell too few is a fault of the program', async () => {
    const wrong: Section = { kind: 'table', columns: [{ heading: 'Lot', kind: 'text' }], rows: [{ cells: [] }], empty: '' };
    await expect(printPaper(paper([wrong]))).rejects.toThrow('a row of 1 columns has 0 cells');
  });
});

if (!hasPoppler) sayThatItIsMissing('papers read back');
describe.skipIf(!hasPoppler)('read back by another program, a paper', () => {
  test('says on every page what it is, which page, and the fingerprint of its content', async () => {
    const it = paper([table(120)]);
    const pages = pagesOf(await printed(it));
    const fingerprint = createHash('sha256').update(canonicalize(it) ?? '').digest('hex');
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, i) => {
      expect(page).toMatch(i === 0 ? /^\s*Packing list\n/ : /^\s*Packing list, continued\s+PL-1\n/);
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
      expect(page).toContain(fingerprint);
      expect(page).toMatch(/Lot\s+Units/);
    });
    expect(pages[0]).toContain('No. PL-1 · Issued 13 March 2020, 21:40 UTC+01:00');
  });

  test.each([1, 33, 34, 35, 36, 37, 38, 80])('with %d rows has each of them once, and the totals beside the last', async (count) => {
    const pages = pagesOf(await printed(paper([table(count)])));
    const lots = pages.join('\n').match(/lot \d+/g);
    expect(lots).toEqual(rowsTo(count).map(({ cells }) => cells[0]));
    const last = pages.find((page) => page.includes('Sum of all'));
    expect(last).toMatch(new RegExp(`lot ${count}\\s+${count - 1}\\s+Sum of all\\s+99`));
  });

  test('takes the last row over to the next page where its totals no longer fit beside it', async () => {
    const [full = ''] = pagesOf(await printed(paper([table(120)])));
    const most = full.match(/lot \d+/g)?.length ?? 0;
    const pages = pagesOf(await printed(paper([table(most)])));
    expect(pages.map((page) => page.match(/lot \d+/g)?.length)).toEqual([most - 1, 1]);
    expect(pages.map((page) => page.includes('Sum of all'))).toEqual([false, true]);
  });

  test('loses no line of a cell or a box that is higher than a page', async () => {
    const marks = Array.from({ length: 180 }, (_, i) => `mark${i}`);
    const long: Section[] = [
      { kind: 'table', columns: [{ heading: 'Marks', kind: 'text' }, { heading: 'Units', kind: 'figure' }], rows: [{ cells: ['first', '1'] }, { cells: [marks.join('\n'), '2'] }, { cells: ['last', '3'] }], empty: '' },
      { kind: 'boxes', title: 'Marks', rows: [[{ label: 'Marks', lines: marks.map((mark) => `box-${mark}`) }, { label: 'Seal', lines: ['none'] }]] },
    ];
    const text = pagesOf(await printed(paper(long))).join('\n');
    expect(text.match(/(?<!-)\bmark\d+/g)).toEqual(marks);
    expect(text.match(/box-mark\d+/g)).toEqual(marks.map((mark) => `box-${mark}`));
  });

  test('says what is not there: an empty table, an unknown field', async () => {
    const [page] = pagesOf(await printed(paper([table(0), { kind: 'fields', columns: 2, fields: [{ label: 'Arrived', value: '' }] }])));
    expect(page).toMatch(/No lot yet: receive one\.[\s\S]*Arrived\s+–/);
  });

  test('keeps everything within its margins, in both directions, also a word that never ends', async () => {
    const long: Section[] = [
      { kind: 'text', title: 'T'.repeat(90), paragraphs: ['w'.repeat(400)] },
      { kind: 'boxes', rows: [[{ label: 'b'.repeat(90), lines: ['l'.repeat(120)] }, { label: '', lines: [] }, { label: 'sign', lines: [], heightMm: 30 }]] },
      { kind: 'fields', columns: 4, fields: [{ label: 'f'.repeat(60), value: 'v'.repeat(60) }] },
      { kind: 'table', columns: [{ heading: 'h'.repeat(60), kind: 'text' }, { heading: 'i', kind: 'figure' }, { heading: 'j'.repeat(70), kind: 'text' }], rows: [{ cells: ['c'.repeat(90), '1'.repeat(60), ''] }], empty: '' },
    ];
    for (const language of ['fr', 'ar'] as const) {
      const pictures = picturesOf(await printed(paper(long, { language, layout: 'landscape', notice: 'n'.repeat(300), subtitle: 's'.repeat(300) })), 72);
      const margin = 38;
      for (const { width, height, grey } of pictures) {
        const dark = grey.reduce((sum, value, i) => sum + (value < 200 && (i % width < margin || i % width >= width - margin) ? 1 : 0), 0);
        expect([width, height, dark]).toEqual([842, 596, 0]);
      }
    }
  });
});
