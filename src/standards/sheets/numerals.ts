// Numbers as people of many countries write them: 1.234,5 · 1,234.5 · 1 234,5 · 1'234.5 · 12万. A text that can be read in
// two ways has two readings here; which holds, the rest of its column says, or a person. Nothing is guessed.

/** The decimal mark. */
export type NumberStyle = 'point' | 'comma';

export interface Numeral {
  /** What stands before and after the number: a currency, a unit. */
  readonly prefix: string;
  readonly suffix: string;
  /** Its value with a decimal point, and with a decimal comma; null where it cannot be read so. */
  readonly point: number | null;
  readonly comma: number | null;
}

const SPACES = '[ \\u00A0\\u2009\\u202F]';
const APOSTROPHES = "['\u2019]";

/** Groups of three, all parted by the same mark, or none; then the decimals. */
const shape = (group: string, decimal: string): RegExp => {
  const grouped = [group, SPACES, APOSTROPHES].map((mark) => `[1-9]\\d{0,2}(?:${mark}\\d{3})+`).join('|');
  return new RegExp(`^[+-]?(?:${grouped}|\\d+)(?:${decimal}\\d+)?$`);
};
const SHAPES: Readonly<Record<NumberStyle, RegExp>> = { point: shape(',', '\\.'), comma: shape('\\.', ',') };

const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:百万|millions?|millionen|milioni|millones|miljoen|mio\.?)(?=\s|$|[^a-z])\s*/i, 1_000_000],
  [/^[万萬]\s*/, 10_000],
  [/^(?:千|thousand|tausend|mille|mila|duizend|k(?![a-z]))\s*/i, 1000],
];

const ONE_NUMBER = /^([^\d+-]*)([+-]?\d(?:[\d.,'\u2019 \u00A0\u2009\u202F]*\d)?)(.*)$/s;

/** Null where the text is not one number with a word before or after it. */
export function readNumeral(text: string): Numeral | null {
  if (!/\p{Nd}/u.test(text)) return null;
  const written = text.normalize('NFKC').trim();
  const [, prefix = '', digits = '', rest = ''] = ONE_NUMBER.exec(written) ?? [];
  if (digits === '' || /\d/.test(rest)) return null;
  let suffix = rest.trim();
  let factor = 1;
  for (const [word, times] of MULTIPLIERS) {
    if (!word.test(suffix)) continue;
    suffix = suffix.replace(word, '');
    factor = times;
    break;
  }
  const value = (style: NumberStyle): number | null => (SHAPES[style].test(digits) ? times(Number(plain(digits, style)), factor) : null);
  const [point, comma] = [value('point'), value('comma')];
  return point === null && comma === null ? null : { prefix: prefix.trim(), suffix: suffix.trim(), point, comma };
}

/** 1.2 × 10,000 is 12,000, whatever a computer makes of 1.2. */
const times = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)));

function plain(digits: string, style: NumberStyle): string {
  const bare = digits.replaceAll(/['\u2019\s]/g, '');
  return style === 'point' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.');
}

export const isAmbiguous = ({ point, comma }: Numeral): boolean => point !== null && comma !== null && point !== comma;

/** Which style the texts prove; `both`: they contradict each other; null: nothing is proved. */
export function styleOf(numerals: Iterable<Numeral>): NumberStyle | 'both' | null {
  let found: NumberStyle | null = null;
  for (const { point, comma } of numerals) {
    if ((point === null) === (comma === null)) continue;
    const style = point === null ? 'comma' : 'point';
    if (found !== null && found !== style) return 'both';
    found = style;
  }
  return found;
}

/** The value: its only reading, or the one in that style. */
export const valueOf = ({ point, comma }: Numeral, style: NumberStyle): number => (style === 'point' ? (point ?? comma) : (comma ?? point)) ?? Number.NaN;
