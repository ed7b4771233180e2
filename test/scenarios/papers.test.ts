// Papers and reports of the reference operation, with a damage, a seizure, a recall and a train besides: every paper in every
// language, read back by another program, held against the ledger.

import { describe, expect, test } from 'vitest';
import { deskOverPack } from '../../src/app/local-desk.ts';
import type { Desk } from '../../src/app/desk.ts';
import type { PrintedFile } from '../../src/app/papers/papers-desk.ts';
import { PaperKind } from '../../src/app/papers/kinds.ts';
import { ReportKind } from '../../src/app/reports/kinds.ts';
import type { Printer } from '../../src/app/ports.ts';
import { ok, type Result } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { printLabels } from '../../src/papers/labels.ts';
import { printPaper } from '../../src/papers/print.ts';
import type { PackFiles } from '../../src/standards/packs/write-pack.ts';
import { readWorkbook } from '../../src/standards/sheets/read-workbook.ts';
import { PAPER_LANGUAGES, type PaperLanguage } from '../../src/standards/documents/wording.ts';
import { WORDS } from '../../src/standards/documents/words/vocabulary.ts';
import { edited } from '../support/packs.ts';
import { SAMPLES, papersPack } from '../support/papers.ts';
import { hasPoppler, pagesOf, sayThatItIsMissing } from '../support/poppler.ts';

const OP = 'liege-2020';
const asOf = '2020-04-02';
const over = (files: PackFiles, printer: Printer = { print: printPaper, labels: printLabels }): Desk => {
  const opened = deskOverPack(files, { clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) }, solver: { solve: () => Promise.reject(new Error('a paper plans nothing')) }, printer });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.desk;
};
const pack = papersPack();
const desk = over(pack);
/** Hands out descriptions in place of PDF: what is drawn of the same description is the same, as print.test.ts has it. */
const written = (it: unknown): ReturnType<Printer['print']> => Promise.resolve(ok(new TextEncoder().encode(JSON.stringify(it))));
const descriptions: Printer = { print: written, labels: () => written('labels') as ReturnType<Printer['labels']> };
const described = over(pack, descriptions);

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const paper = async (kind: PaperKind, subject: string, lang: PaperLanguage = 'en', at = asOf, from = desk): Promise<PrintedFile> => must(await from.papers.paper(OP, { kind, subject, lang, asOf: at }));
const same = (a: PrintedFile, b: PrintedFile): boolean => a.name === b.name && Buffer.compare(a.content, b.content) === 0;
const listed = async (at = asOf) => must(await desk.papers.list(OP, { asOf: at })).papers;
const lossNumber = async (): Promise<string> => (await listed()).filter(({ kind }) => kind === 'loss-report').at(-1)?.subject ?? '';

describe('what can be printed', () => {
  test('is there for every kind, each under a number of its own', async () => {
    const papers = await listed();
    expect(new Set(papers.map(({ kind }) => kind))).toEqual(new Set(PaperKind.options));
    expect(new Set(papers.map(({ number }) => number)).size).toBe(papers.length);
  });

  test('bears the same number whenever it is asked for', async () => {
    const early = new Map((await listed('2020-03-16')).map(({ kind, subject, number }) => [`${kind} ${subject}`, number]));
    const late = new Map((await listed()).map(({ kind, subject, number }) => [`${kind} ${subject}`, number]));
    expect(early.size).toBeGreaterThan(20);
    for (const [key, number] of early) expect(late.get(key)).toBe(number);
    expect(early.get('goods-received-note F2')).toBe('GRN-LGG-2020-0002');
  });

  test('is in the language of the country that it goes to', async () => {
    const languages = new Map((await listed()).filter(({ kind }) => kind === 'waybill').map(({ subject, language }) => [subject, language]));
    expect(['D-IT-1', 'D-BE-1', 'D-SI-1', 'D-CH-1', 'T-LB-1'].map((subject) => languages.get(subject))).toEqual(['it', 'fr', 'en', 'fr', 'ar']);
  });

  test('can really be made, all of it', async () => {
    for (const { kind, subject, language, number } of await listed()) expect((await paper(kind, subject, language, asOf, described)).name).toBe(`${number.replaceAll(':', '_')}.${language}.pdf`);
  });

  test('is a consignment note only where a border is crossed on that way', async () => {
    const subjects = async (of: PaperKind): Promise<string[]> => (await listed()).filter(({ kind }) => kind === of).map(({ subject }) => subject);
    expect(await subjects('cim')).toEqual(['T-CZ-1']);
    expect(await subjects('cmr')).not.toContain('D-BE-3');
    expect(await subjects('cmr')).toContain('D-IT-1');
    expect(await subjects('relief-declaration')).not.toContain('P7-JP');
  });

  test('is not what was never there: the answer names what is near', async () => {
    expect(await desk.papers.paper(OP, { kind: 'waybill', subject: 'D-IT-9', asOf })).toMatchObject({ ok: false, error: { code: 'unknown-paper', remedy: expect.stringContaining('D-IT-') as string } });
    expect(await desk.papers.paper(OP, { kind: 'goods-received-note', subject: 'F3', asOf: '2020-03-16' })).toMatchObject({ ok: false, error: { code: 'unknown-paper' } });
    expect(await desk.papers.paper(OP, { kind: 'packing-list', subject: 'F1', asOf: '2020-02-30' })).toMatchObject({ ok: false, error: { code: 'bad-instant' } });
  });
});

describe('the same facts give the same bytes', () => {
  test('also a month later', async () => {
    const [kind, subject] = SAMPLES[6];
    expect(same(await paper(kind, subject, 'fr'), await paper(kind, subject, 'fr', '2020-05-01'))).toBe(true);
  });

  test('so with every kind of paper: a month later, and after a fact about something else', async () => {
    const more = over(edited(pack, 'facts', (text) => `${text}stock.reported,2020-04-01T12:00:00Z,assumption,,"{""recipient"":""AT"",""item"":""ffp2"",""units"":10}"\n`), descriptions);
    for (const [kind, subject] of [...SAMPLES, ['loss-report', await lossNumber()] as const]) {
      const first = await paper(kind, subject, 'en', asOf, described);
      expect(same(first, await paper(kind, subject, 'en', '2020-05-01', described)), `${kind}, asked for a month later`).toBe(true);
      expect(same(first, await paper(kind, subject, 'en', asOf, more)), `${kind}, with a fact about something else`).toBe(true);
    }
  }, 60_000);

  test('and a fact about the subject gives others', async () => {
    const tallied = await paper('goods-received-note', 'F1', 'en', '2020-03-14T07:00:00Z');
    expect(same(tallied, await paper('goods-received-note', 'F1'))).toBe(false);
    expect(tallied.name).toBe((await paper('goods-received-note', 'F1')).name);
  });

  test.each(ReportKind.options)('so does the report %s', async (kind) => {
    for (const format of ['xlsx', 'pdf'] as const) {
      const [a, b] = [must(await desk.papers.report(OP, { kind, format, asOf })), must(await desk.papers.report(OP, { kind, format, asOf }))];
      expect(same(a, b), format).toBe(true);
    }
  });
});

if (!hasPoppler) sayThatItIsMissing('papers of the way');
describe.skipIf(!hasPoppler)('read back by another program', () => {
  const text = async (kind: PaperKind, subject: string, lang: PaperLanguage = 'en', at = asOf): Promise<string> => pagesOf((await paper(kind, subject, lang, at)).content).join('\n');

  test.each(PAPER_LANGUAGES)('every paper in %s has its number, its lots, and its place in the journal on each page', async (language) => {
    for (const [kind, subject] of [...SAMPLES, ['loss-report', await lossNumber()] as const]) {
      const file = await paper(kind, subject, language);
      const pages = pagesOf(file.content);
      const number = file.name.replace(/\.\w\w\.pdf$/, '');
      for (const page of pages) {
        expect(page, kind).toContain(number);
        expect(page, kind).toMatch(/\d+ [0-9a-f]{12} · 2020-0\d-\d\dT/);
      }
      if (language !== 'ar') expect(pages[0], kind).toContain(WORDS[language].titles[kind]);
      expect(pages.join('\n'), kind).toMatch(/F\d-(MASK|FFP2|GOWN)|Surgical mask/);
    }
  }, 60_000);

  test('a goods-received note holds what was counted against what landed, and the discrepancy that was written off', async () => {
    const note = await text('goods-received-note', 'F1');
    expect(note).toMatch(/F1-MASK\s+Surgical mask\s+500,000\s+500,000\s+0\s+0\s+0\s+0\s+0/);
    expect(note).toMatch(/F1-GLOVES\s+Examination glove, single\s+40,000\s+39,000\s+−1,000\s+0\s+0\s+0\s+0/);
    expect(note).toMatch(/F1-GLOVES\s+short\s+40,000\s+39,000\s+closed/);
    expect(await text('goods-received-note', 'F1', 'en', '2020-03-14T08:30:00Z')).toMatch(/F1-KIT\s+Test kit\s+20,000\s+20,000\s+0\s+0\s+0\s+20,000\s+0/);
  });

  test('a manifest shows what flew and what stayed behind', async () => {
    const manifest = await text('cargo-manifest', 'F5');
    // 5,749 of 6,000 cartons of 50 flew: 287,450 suits; 251 cartons, 12,550 suits stayed.
    expect(manifest).toMatch(/F5-SUIT\s+Protective suit\s+Belgium\s+ambient\s+5,749\s+287,450/);
    expect(manifest).toMatch(/left behind[\s\S]*F5-SUIT\s+Protective suit\s+251\s+12,550/);
  });

  test('a proforma invoice values each line by the item list and says that nothing is to be paid', async () => {
    const invoice = await text('proforma-invoice', 'F4');
    expect(invoice).toMatch(/Surgical mask\s+F4-MASK\s+6307 90 98\s+250\s+500,000\s+2,125\.0 kg\s+0\.05 EUR\s+25,000\.00 EUR/);
    expect(invoice).toContain('504,000.00 EUR');
    expect(invoice).toContain('No commercial value');
  });

  test('a gift certificate names the donor, and beside each lot the country it is meant for', async () => {
    expect(await text('gift-certificate', 'F4')).toMatch(/gift of Foundation of the e-commerce group[\s\S]*F4-MASK\s+Surgical mask\s+P1\s+Italy\s+250\s+500,000/);
  });

  test('a loss report bears the report number, what was lost of the lot, and that nobody has made it good', async () => {
    const report = await text('loss-report', await lossNumber());
    expect(report).toContain('CU/2020/1187');
    expect(report).toMatch(/F4-GOWN\s+Isolation gown\s+600\s+6\s+6,000\s+600\s+1,200\.00 EUR/);
    expect(report).toContain('not made good yet');
  });

  test('a recall notice tells each holder what is on record with them', async () => {
    expect(await text('recall-notice', 'R1:CH')).toMatch(/F3-FFP2\s+FFP2 respirator\s+delivered\s+8,000/);
    // 80,000 counted; 8,000 sent to Switzerland; what was released for Czechia is held with the rest.
    expect(await text('recall-notice', 'R1:BELGG')).toMatch(/F3-FFP2\s+FFP2 respirator\s+in quarantine\s+72,000/);
  });

  test('an address and an EORI number that are on record stand where the dots would be', async () => {
    expect(await text('proforma-invoice', 'T-LB-1')).toMatch(/Beirut, Museum Street[\s\S]*EORI number LB77/);
    expect(await text('proforma-invoice', 'D-IT-1')).toMatch(/EORI number: \.{20}/);
  });

  test('an order for a receiver who writes in Arabic bears the name as it is written', async () => {
    expect((await text('waybill', 'T-LB-1')).replaceAll(/\s/g, '')).toMatch(/وزارة|ةرازو/);
  });
});

describe('a report', () => {
  type Rows = readonly (readonly (string | number | null)[])[];
  async function sheets(kind: ReportKind, at = asOf, lang: PaperLanguage = 'en', hxl = false): Promise<Map<string, Rows>> {
    const file = must(await desk.papers.report(OP, { kind, format: 'xlsx', asOf: at, lang, hxl }));
    return new Map(must(readWorkbook(file.content)).map(({ name, cells }) => {
      const rows: (string | number | null)[][] = [];
      for (const { row, column, value } of cells) (rows[row - 1] ??= [])[column - 1] = value.kind === 'number' ? Number(value.text) : value.text;
      return [name, rows.map((row) => Array.from(row, (cell) => cell ?? null))];
    }));
  }

  test('the pipeline is the auditor’s rows, as numbers, by pledge and added up by item', async () => {
    const { rows } = must(await desk.audit(OP, { asOf }));
    const book = await sheets('pipeline');
    const audited = rows.map((row) => [row.pledge, row.promised, row.surplus, row.outstanding, row.consigned, row.inTheAir, row.atHub, row.onward, row.delivered, row.lost]);
    const reported = (book.get('By pledge and item') ?? []).slice(1).map((row) => [row[0], ...row.slice(3, 11), row[12]]);
    const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(reported.toSorted(byText)).toEqual(audited.toSorted(byText));
    for (const [, promised = 0, surplus = 0, ...places] of (book.get('By item') ?? []).slice(1).map((row) => [row[0], ...row.slice(1, 9), row[10]]) as [string, ...number[]][]) expect(promised + surplus).toBe(places.reduce((sum, n) => sum + n, 0));
  });

  test('stock is what the hub’s board shows', async () => {
    const board = must(await desk.hub.board(OP, { asOf }));
    const rows = ((await sheets('stock')).get('Stock at the hubs') ?? []).slice(1);
    expect(rows.map((row) => [row[2], row[12]])).toEqual(board.stock.map(({ lot, total }) => [lot, total]));
  });

  test('movements are those of the day alone', async () => {
    const rows = ((await sheets('movements', '2020-03-20')).get('Movements of the day') ?? []).slice(1);
    expect(rows.length).toBeGreaterThan(10);
    for (const [time] of rows) expect(String(time)).toMatch(/^2020-03-(19T23|20T)/);
    const arrived = rows.filter((row) => row[2] === 'consignment.arrived' && row[3] === 'F4-MASK');
    expect(arrived.map((row) => row[5])).toEqual([500_000]);
  });

  test('a donor’s units are followed to the last receivers', async () => {
    const rows = ((await sheets('donors')).get('Down to the last receivers') ?? []).slice(1).filter((row) => row[1] === 'P1');
    const { promises } = { promises: must(await desk.audit(OP, { asOf })).rows.filter(({ pledge }) => pledge === 'P1') };
    expect(rows.reduce((sum, row) => sum + Number(row[9]), 0)).toBe(promises[0]?.delivered);
    expect(rows.map((row) => row[5])).toContain('Ministerio de Sanidad, Spain');
  });

  test('has tags where they are asked for, and words in the language', async () => {
    const tagged = (await sheets('stock', asOf, 'fr', true)).get('Stock des plateformes') ?? [];
    expect(tagged[0]?.[0]).toBe('Lieu');
    expect(tagged[1]?.[0]).toBe('#loc+code');
  });

  test('says in the workbook where in the journal it stands', async () => {
    const journal = (await sheets('stock')).get('journal') ?? [];
    expect(journal.map((row) => row[0])).toEqual(['Stock at the hubs', 'Liège air bridge, March 2020', 'as-of', 'journal', 'SHA-256']);
    expect(journal[4]?.[1]).toMatch(/^[0-9a-f]{64}$/);
  });
});
