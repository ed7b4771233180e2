import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loneNumbers } from './lone-numbers.ts';

describe('numbers that stand in words by themselves', () => {
  it.each([
    ['500,000 masks have landed', ['500,000']],
    ['1 000 000 de masques', ['1 000 000']],
    ['1.8 million', ['1.8', 'million']],
    ['un demi-million', ['demi-million']],
    ['Two million masks', ['Two', 'million']],
    ['25 % of it', ['25 %']],
    ['on the 16th', ['16th']],
    ['le 1er mars', ['1er']],
    ['٥٠٠ masks', ['٥٠٠']],
    ['½ of it', ['½']],
    ['-3 degrees', ['-3']],
    ['500k masks', ['500k']],
    ['quatre-vingts', ['quatre-vingts']],
  ])('%s', (words, expected) => {
    expect(loneNumbers(words)).toEqual(expected);
  });

  it.each(['FFP2 respirators', 'against COVID-19', 'flight CK217 from Hangzhou', 'We thank one and all', 'un grand merci à tous', 'The N95s are here', 'promise P1'])('none in: %s', (words) => {
    expect(loneNumbers(words)).toEqual([]);
  });

  it('finds every number that is set among words', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom('en', 'fr', 'de'), (n, locale) => {
      const written = new Intl.NumberFormat(locale).format(n);
      expect(loneNumbers(`We have ${written} masks at the hub.`)).toEqual([written]);
    }));
  });
});
