import { expect, test } from 'vitest';
import { Instant, LocalDate, Zone } from '../../domain/time.ts';
import { CubicCm, EuroCents, grams } from '../../domain/units.ts';
import { FRAME_WORDS, writeCount, writeDate, writeEuros, writeInstantIn, writeKg, writeM3, type PaperLanguage } from './wording.ts';

const LANGUAGES: readonly PaperLanguage[] = ['en', 'fr', 'it', 'ar'];
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll(/[\u2066-\u2069]/gu, '');

test.each([
  ['en', '1,500,000', '2,125.5 kg', '0.075 m³', '1,250.00 EUR', '16 March 2020', '16 March 2020, 21:40 UTC+01:00'],
  ['fr', '1 500 000', '2 125,5 kg', '0,075 m³', '1 250,00 EUR', '16 mars 2020', '16 mars 2020, 21:40 UTC+01:00'],
  ['it', '1.500.000', '2.125,5 kg', '0,075 m³', '1.250,00 EUR', '16 marzo 2020', '16 marzo 2020, 21:40 UTC+01:00'],
  ['ar', '1,500,000', '2,125.5 kg', '0.075 m³', '1,250.00 EUR', '16 مارس 2020', '16 مارس 2020، 21:40 UTC+01:00'],
] as const)('figures and dates in %s, with the unit beside the number', (language, count, kg, m3, euros, date, instant) => {
  expect([
    writeCount(1_500_000, language), writeKg(grams(2_125_500), language), writeM3(CubicCm.parse(75_088), language), writeEuros(EuroCents.parse(125_000), language),
    writeDate(LocalDate.parse('2020-03-16'), language), writeInstantIn(Instant.parse('2020-03-16T20:40:00.000Z'), Zone.parse('Europe/Brussels'), language),
  ].map(plain)).toEqual([count, kg, m3, euros, date, instant]);
});

test('an hour in UTC needs no distance from it', () => expect(plain(writeInstantIn(Instant.parse('2020-03-16T20:40:00.000Z'), Zone.parse('UTC'), 'en'))).toBe('16 March 2020, 20:40 UTC'));

test.each(LANGUAGES)('the frame in %s says the page and of how many', (language) => expect(FRAME_WORDS[language].page(2, 7)).toMatch(/2.*7/));
