import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, hasValidCheckDigit } from './check-digit.ts';
import { CompanyPrefix, glnFor, gtinFor, readGln, readGtin, readSscc, Sscc, writeSscc } from './keys.ts';
import { allocate, numberIn, sizeOf, ssccAt, SsccSeries } from './series.ts';

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const keyed = fc.constantFrom(7, 11, 12, 13, 17).chain(digits).map((body) => body + checkDigit(body));
const swap = (text: string, i: number, by: string): string => text.slice(0, i) + by + text.slice(i + by.length);

describe('the check digit', () => {
  test.each([['0614141123452', 'GTIN-13'], ['106141412345678908', 'SSCC'], ['9506000134352', 'GTIN of the example prefix'], ['40170725', 'GTIN-8'], ['036000291452', 'UPC-A']])('of %s (%s), published, fits', (code) => expect(hasValidCheckDigit(code)).toBe(true));

  test('finds every wrong digit', () => {
    fc.assert(fc.property(keyed, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, place, shift) => {
      const at = place % code.length;
      expect(hasValidCheckDigit(swap(code, at, String((Number(code[at]) + shift) % 10)))).toBe(false);
    }));
  });

  test('finds every swap of neighbours, but those that differ by five', () => {
    fc.assert(fc.property(keyed, fc.nat(), (code, place) => {
      const at = place % (code.length - 1);
      const [a = '', b = ''] = [code[at], code[at + 1]];
      expect(hasValidCheckDigit(swap(code, at, b + a))).toBe(a === b || Math.abs(Number(a) - Number(b)) === 5);
    }), { numRuns: 500 });
  });
});

describe('a key is read', () => {
  test.each(['106141412345678908', '(00)106141412345678908', '00106141412345678908', ']C100106141412345678908', '(00) 1 0614141 234567890 8', ' 1-0614141-234567890-8 '])('from %s', (text) => {
    expect(readSscc(text)).toEqual({ ok: true, value: '106141412345678908' });
  });
  test.each([['0614141123452', '00614141123452'], ['036000291452', '00036000291452'], ['40170725', '00000040170725'], ['(01)09506000134352', '09506000134352']])('GTIN %s in its 14 digits', (text, gtin) => expect(readGtin(text)).toEqual({ ok: true, value: gtin }));
  test('GLN', () => expect(readGln('(410) 9506000134352')).toEqual({ ok: true, value: '9506000134352' }));

  test.each([
    ['10614141234567890O', 'character 18 is “O”: an SSCC has digits only', 'if it is a digit, write 0'],
    ['(00)1061414*2345678908', 'character 12 is “*”: an SSCC has digits only', 'take “*” out, or read the digit again'],
    ['10614141234567890', 'an SSCC has 18 digits, this one has 17', 'read it again: 1 more may be missing'],
    ['1061414123456789089', 'an SSCC has 18 digits, this one has 19', 'take out 1 of them'],
    ['106141412345678907', 'the check digit is 7, the others make it 8', 'compare it with the paper: either the last digit is 8, or one of the others is wrong'],
    ['', 'an SSCC has 18 digits, this one has 0', 'read it again: 18 more may be missing'],
  ])('not from %s: it says what to do', (text, message, remedy) => {
    const read = readSscc(text);
    expect(read.ok ? null : [read.error.message, read.error.remedy]).toEqual([message, remedy]);
  });
  test('not from a GTIN of a length that there is not', () => expect(readGtin('123456789')).toMatchObject({ error: { message: 'a GTIN has 8, 12, 13 or 14 digits, this one has 9' } }));
});

describe('a series', () => {
  const prefix = CompanyPrefix.parse('9521234');
  const series = SsccSeries.parse({ prefix, extension: 3 });
  const anySeries = fc.record({ prefix: fc.integer({ min: 4, max: 12 }).chain(digits), extension: fc.integer({ min: 0, max: 9 }) }).map((it) => SsccSeries.parse(it));

  const allocated = (given: number, count: number): readonly Sscc[] => {
    const all = allocate(series, given, count);
    if (!all.ok) throw new Error(all.error.message);
    return all.value;
  };

  test('gives out its numbers in order, without a gap, and the same again', () => {
    const all = allocated(0, 12);
    expect([...allocated(0, 5), ...allocated(5, 7)]).toEqual(all);
    expect(all.map((sscc) => numberIn(series, sscc))).toEqual(all.map((_, n) => n));
    // 3·3 + 9 + 5·3 + 2 + 1·3 + 2 + 3·3 + 4 = 53, so 7.
    expect(all[0]).toBe('395212340000000007');
  });

  test('never gives one twice, and knows its own', () => {
    fc.assert(fc.property(anySeries, fc.nat(), fc.nat(), (any, a, b) => {
      const [m, n] = [a % sizeOf(any), b % sizeOf(any)];
      const [one, other] = [ssccAt(any, m), ssccAt(any, n)];
      if (!one.ok || !other.ok) throw new Error('within the series');
      expect(one.value === other.value).toBe(m === n);
      expect(readSscc(one.value)).toEqual(one);
      expect(numberIn(any, one.value)).toBe(m);
      expect(numberIn({ ...any, extension: (any.extension + 1) % 10 }, one.value)).toBeNull();
    }));
  });

  test('that is used up says so, and gives none rather than some', () => {
    const small = SsccSeries.parse({ prefix: '952123456789', extension: 0 });
    expect(sizeOf(small)).toBe(10_000);
    expect(allocate(small, 9_998, 2).ok).toBe(true);
    expect(allocate(small, 9_998, 3)).toMatchObject({ ok: false, error: { remedy: 'go on in a series with another extension digit, or under a shorter prefix' } });
  });

  test('is written in the groups that people read it by', () => {
    const sscc = Sscc.parse('395212340000000007');
    expect(writeSscc(sscc, prefix)).toBe('3 9521234 000000000 7');
    expect(writeSscc(sscc)).toBe('3952 1234 0000 0000 07');
  });

  test('an organisation numbers its own items and places', () => {
    expect(gtinFor(prefix, 7)).toEqual({ ok: true, value: '09521234000075' });
    expect(glnFor(prefix, 1)).toEqual({ ok: true, value: '9521234000013' });
    expect(glnFor(prefix, 100_000)).toMatchObject({ error: { remedy: 'number them from 0 to 99999, or use a shorter prefix' } });
    expect(gtinFor(CompanyPrefix.parse('952123456789'), 0).ok).toBe(false);
  });
});
