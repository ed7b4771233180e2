import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn } from '../../test/support/modules.ts';
import { hasPoppler, pagesOf, picturesOf, sayThatItIsMissing, type Pixels } from '../../test/support/poppler.ts';
import { scan } from '../../test/support/scanner.ts';
import { Instant, LocalDate } from '../domain/time.ts';
import { grams, units } from '../domain/units.ts';
import { labelElements, type Label, type LabelFormat } from '../standards/documents/label.ts';
import { readDigitalLink } from '../standards/gs1/digital-link.ts';
import { readScan, writeScan, type Element } from '../standards/gs1/element-string.ts';
import { CompanyPrefix, gtinFor } from '../standards/gs1/keys.ts';
import { ssccAt, SsccSeries } from '../standards/gs1/series.ts';
import { printLabels, type LabelSheet } from './labels.ts';
import { gs1128, gs1DataMatrix } from './symbol.ts';

/** Milliseconds: 200 pictures take half a minute on two busy cores. */
const LONG = 300_000;
const prefix = CompanyPrefix.parse('9521234');
const given = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const label = (n: number, more: Partial<Label> = {}): Label => ({
  language: 'en', sscc: given(ssccAt(SsccSeries.parse({ prefix, extension: 3 }), n)), prefix, gtin: given(gtinFor(prefix, 1)), content: 'Surgical masks, type IIR', count: units(40_000), countedIn: 'masks',
  batch: 'L2020-0313', expiry: LocalDate.parse('2022-03-13'), gross: grams(187_500), from: 'Hangzhou (HGH)', to: { name: 'Protezione Civile', lines: ['20124 Milano'] }, destination: 'MILANO', reference: 'DSP-42', piece: { number: n + 1, of: 200 }, ...more,
});
const sheetOf = (format: LabelFormat): LabelSheet => ({ format, title: 'Labels', issuedAt: Instant.parse('2020-03-13T20:40:00.000Z'), linkBase: 'https://airbridge.example/t' });
const printed = async (format: LabelFormat, ...labels: readonly [Label, ...Label[]]): Promise<Uint8Array> => given(await printLabels(labels, sheetOf(format)));

/** 200 labels with lots as makers write them, long and short, drawn from one seed. */
const batches = fc.string({ unit: fc.constantFrom(...Array.from('ABCDEFabc0123456789-/.()_')), minLength: 1, maxLength: 20 });
const days = fc.integer({ min: 0, max: 9_000 }).map((n) => LocalDate.parse(Temporal.PlainDate.from('2020-01-01').add({ days: n }).toString()));
const varied = fc.record({ batch: batches, expiry: days, count: fc.integer({ min: 1, max: 99_999_999 }).map(units), gross: fc.integer({ min: 1, max: 6_804_000 }).map(grams) });
const many = fc.sample(varied, { seed: 2020, numRuns: 200 }).map((more, n) => label(n * 7_919, more));

const elementsOf = (it: Label): readonly Element[] => given(labelElements(it));
const valueOf = (elements: readonly Element[], ai: string): string | undefined => elements.find((it) => it.ai === ai)?.value;

test('a label holds in its barcode what stands on it', () => {
  expect(elementsOf(label(0))).toEqual([
    { ai: '00', value: '395212340000000007' }, { ai: '3303', value: '187500' }, { ai: '02', value: '09521234000013' }, { ai: '17', value: '220313' }, { ai: '37', value: '40000' }, { ai: '10', value: 'L2020-0313' },
  ]);
});
test('without a GTIN, GS1 allows neither count nor lot: the SSCC and the weight remain', () => {
  const { gtin: _, ...bare } = label(0);
  expect(elementsOf(bare).map(({ ai }) => ai)).toEqual(['00', '3303']);
});

test('200 labels are read back from their modules: SSCC, lot, expiry, count, weight', async () => {
  for (const it of many) {
    const [bars] = await scan(drawn(gs1128(`00${it.sscc}`)));
    const [matrix] = await scan(drawn(gs1DataMatrix(writeScan(elementsOf(it)))));
    expect([bars?.symbology, bars?.text]).toEqual([']C1', `00${it.sscc}`]);
    expect([matrix?.symbology, readScan(matrix?.text ?? '')]).toEqual([']d2', { ok: true, value: elementsOf(it) }]);
  }
}, LONG);

describe('labels', () => {
  test('are the same file every time', async () => expect(Buffer.compare(await printed('carton-a4', label(0), label(1)), await printed('carton-a4', label(0), label(1)))).toBe(0));
  test('are refused together where one cannot be scanned or printed, and each is named', async () => {
    const refused = await printLabels([label(0), label(1, { batch: 'lot né' }), label(2, { content: '口罩' }), label(3, { language: 'fr' })], sheetOf('pallet-a6'));
    expect(refused.ok ? [] : refused.error.map(({ message }) => message)).toEqual([
      'label 395212340000000038 is in another language than the first',
      expect.stringMatching(/^label 395212340000000014: character 4 is “ ”: \(10\) BATCH\/LOT takes/),
      'the paper holds signs that no typeface of ours has: 口 罩',
    ]);
  });
});

/** What each page's barcodes say, by kind. */
async function scansOf({ width, height, grey }: Pixels): Promise<ReadonlyMap<string, string[]>> {
  const byKind = new Map<string, string[]>();
  for (const { format, text } of await scan({ width, height, grey })) byKind.set(format, [...(byKind.get(format) ?? []), text]);
  return byKind;
}

if (!hasPoppler) sayThatItIsMissing('labels read back from pictures of them');
describe.skipIf(!hasPoppler)('printed and scanned from a picture of the paper', () => {
  test('200 pallet labels say the same as the facts, in bars, DataMatrix and QR', async () => {
    const [first, ...others] = many;
    if (first === undefined) throw new Error('there are labels');
    const pictures = picturesOf(await printed('pallet-a6', first, ...others), 150);
    expect(pictures).toHaveLength(200);
    for (const [i, picture] of pictures.entries()) {
      const it = many[i] ?? first;
      const scans = await scansOf(picture);
      expect(scans.get('Code128'), `bars of label ${i}`).toEqual([`00${it.sscc}`]);
      const read = given(readScan(scans.get('DataMatrix')?.[0] ?? ''));
      expect([valueOf(read, '00'), valueOf(read, '10'), valueOf(read, '17'), valueOf(read, '37')], `DataMatrix of label ${i}`).toEqual([it.sscc, it.batch, it.expiry?.slice(2).replaceAll('-', ''), String(it.count)]);
      expect(readDigitalLink(scans.get('QRCode')?.[0] ?? ''), `QR of label ${i}`).toEqual({ ok: true, value: [{ ai: '00', value: it.sscc }] });
    }
  }, LONG);

  test('eight cartons stand on a sheet of A4, each with its two codes, and the ninth on the next', async () => {
    const [first, ...others] = many.slice(0, 9);
    if (first === undefined) throw new Error('there are labels');
    const pictures = picturesOf(await printed('carton-a4', first, ...others), 150);
    const scans = await Promise.all(pictures.map(scansOf));
    expect(scans.map((it) => [it.get('DataMatrix')?.length, it.get('QRCode')?.length])).toEqual([[8, 8], [1, 1]]);
    expect(scans.flatMap((it) => it.get('DataMatrix') ?? []).map((text) => text.slice(2, 20)).sort()).toEqual(many.slice(0, 9).map(({ sscc }) => String(sscc)).sort());
  });

  test('the bars are GS1’s: at least 0.495 mm and 31.75 mm, with ten modules of white beside them', async () => {
    const dotsPerMm = 12;
    const [picture] = picturesOf(await printed('pallet-a6', label(0)), dotsPerMm * 25.4);
    if (picture === undefined) throw new Error('there is a page');
    const { width, grey } = picture;
    const row = (y: number): boolean[] => Array.from(grey.subarray(y * width, (y + 1) * width), (value) => value < 128);
    const bars = row(Math.round(dotsPerMm * 120));
    const [first, last] = [bars.indexOf(true), bars.lastIndexOf(true)];
    const module = (last - first + 1) / gs1128(`00${label(0).sscc}`).columns;
    expect(module / dotsPerMm).toBeGreaterThanOrEqual(0.495);
    expect(Math.min(first, width - 1 - last) / module).toBeGreaterThanOrEqual(10);
    const alike = Array.from({ length: Math.floor(grey.length / width) }, (_, y) => row(y)).filter((it) => it.every((dark, x) => dark === bars[x])).length;
    expect(alike / dotsPerMm).toBeGreaterThanOrEqual(31.75);
  });

  test('the longest names stay on their label, in both directions, and off the bars', async () => {
    const long = { content: 'Überlange Bezeichnung '.repeat(9), destination: 'SANKT PETERSBURG PULKOVO 2', from: 'f'.repeat(200), to: { name: 'n'.repeat(150), lines: ['l'.repeat(120)] }, reference: 'R'.repeat(60), caution: 'Keep between 2 and 8 °C, upright, away from sunlight, and open only at the ward that it is meant for' };
    for (const language of ['en', 'ar'] as const) {
      for (const format of ['pallet-a6', 'carton-a7'] as const) {
        const [picture] = picturesOf(await printed(format, label(0, { ...long, language, batch: 'B'.repeat(20) })), 150);
        if (picture === undefined) throw new Error('there is a page');
        const margin = Math.floor((4.5 / 25.4) * 150);
        const strayed = picture.grey.filter((value, i) => value < 200 && (i % picture.width < margin || i % picture.width >= picture.width - margin));
        expect(strayed, `${format} ${language}`).toHaveLength(0);
        const scans = await scansOf(picture);
        expect([scans.get('DataMatrix')?.length, scans.get('QRCode')?.length], `${format} ${language}`).toEqual([1, 1]);
      }
    }
  });

  test('in Arabic: the words from the right, the SSCC and the figures as everywhere', async () => {
    const [page = ''] = pagesOf(await printed('pallet-a6', label(0, { language: 'ar', destination: 'بيروت', content: 'كمامات جراحية', countedIn: 'كمامة' })));
    expect(page).toContain('(00) 3 9521234 000000000 7');
    expect(page).toContain('40,000');
    expect(page.normalize('NFKC')).toContain('كمامات جراحية');
  });
});
