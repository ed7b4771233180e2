import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastWidth, naturalWidth, setLines, unprintable, type Line, type TextStyle } from './lines.ts';

const latin: TextStyle = { size: 10, weight: 'plain', direction: 'ltr' };
const arabic: TextStyle = { ...latin, direction: 'rtl' };
const seen = ({ pieces }: Line): string => pieces.map(({ text }) => text).join('');
const shown = (text: string, style: TextStyle): string => setLines(text, style, Infinity).map(seen).join('\n');

describe('a text', () => {
  test('is broken between words, and no line is wider than the column', () => {
    const words = fc.array(fc.constantFrom('masks', 'mascherine', 'Łódź', 'كمامة', '500,000', '(F1)', 'prélèvement'), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(words, fc.constantFrom(latin, arabic), fc.integer({ min: 60, max: 300 }), (list, style, width) => {
      const lines = setLines(list.join(' '), style, width);
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
      expect(lines.flatMap((line) => seen(line).split(' ')).filter((word) => word !== '').sort()).toEqual([...list].sort());
    }));
  });

  test('that is one word too long for the column is broken within, and nothing is lost', () => {
    const lines = setLines('X'.repeat(100), latin, 50);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.map(seen).join('')).toBe('X'.repeat(100));
    expect(setLines('XX', latin, 1).map(seen)).toEqual(['X', 'X']);
  });

  test('ends a line where it says so, and an empty text is an empty line', () => {
    expect(setLines('one\ntwo\r\nthree', latin, Infinity).map(seen)).toEqual(['one', 'two', 'three']);
    expect(setLines('', latin, 10)).toEqual([{ pieces: [], width: 0 }]);
  });

  test('measures as its longest line, and at least as its longest word', () => {
    expect(naturalWidth('a\nbroad', latin)).toBe(naturalWidth('broad', latin));
    expect(leastWidth('a broad word', latin)).toBeCloseTo(naturalWidth('broad', latin));
  });
});

describe('right-to-left text', () => {
  test('stands from right to left, each word in its logical order for the face to join and turn', () => expect(shown('قائمة التعبئة', arabic)).toBe('التعبئة قائمة'));
  test('keeps figures and Latin words in their own order', () => expect(shown('عدد 500,000 من F1 HGH', arabic)).toBe('F1 HGH من 500,000 عدد'));
  test('mirrors brackets', () => expect(shown('هبة (تبرع) هنا', arabic)).toBe('هنا (تبرع) هبة'));
  test('keeps brackets around Latin on the sides where they open and close', () => expect(shown('لييج (LGG)', arabic)).toBe('(LGG) لييج'));
  test('leaves a foreign address as it is written', () => expect(shown('20124 Milano, Via 17', arabic)).toBe('20124 Milano, Via 17'));
  test('within a French sentence keeps its place there', () => expect(shown('le lot كمامة طبية est ici', latin)).toBe('le lot طبية كمامة est ici'));
  test('alone on a French paper reads from the right', () => expect(shown('مستشفى (2)', latin)).toBe('(2) مستشفى'));
  test('shows Arabic-Indic and Persian figures with the highest digit first', () => {
    expect(shown('١٢٣', arabic)).toBe('١٢٣');
    expect(shown('۱۲۳', latin)).toBe('۱۲۳');
  });
  test('draws no mark that only steers it', () => expect(shown('\u2068AB\u2069 \u200fكمامة', arabic)).not.toMatch(/[\u200f\u2068\u2069]/u));
});

describe('a sign that no face has', () => {
  test('is named once', () => expect(unprintable('杭州 杭 Liège Łódź Αθήνα Київ كمامة €³№')).toEqual(['杭', '州']));
  test('is found in the composed form', () => expect(unprintable('Lie\u0300ge')).toEqual([]));
});
