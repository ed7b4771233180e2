// Bytes of a text file → its text, whatever program saved it: UTF-8 with or without a mark, UTF-16, Windows-1252 as Excel
// saves "CSV" in western Europe, GB 18030 as it does in China. Packs do not come this way: they are UTF-8 or refused.
// Encoding Standard (encoding.spec.whatwg.org), as TextDecoder has it.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'gb18030';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const SAMPLE = 4096;

/** Null where the bytes are no text in any of them. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const wide = marked(bytes) ?? unmarkedWide(bytes);
  const decoded = wide === null ? narrow(bytes) : { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  // oxlint-disable-next-line no-control-regex -- no spreadsheet writes these into a text
  return /[\0-\x08\x0e-\x1a]/.test(decoded.text.slice(0, SAMPLE)) ? null : decoded;
}

function marked([first, second]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Text in a western language has a zero in every other byte; which, tells the order. */
function unmarkedWide(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [k, byte] of sample.entries()) if (byte === 0) zeros[k % 2 === 0 ? 0 : 1]++;
  const half = sample.length / 2;
  if (zeros[1] > half * 0.4 && zeros[0] === 0) return 'utf-16le';
  return zeros[0] > half * 0.4 && zeros[1] === 0 ? 'utf-16be' : null;
}

function narrow(bytes: Uint8Array): Decoded {
  const exact = decodedBy('utf-8', bytes);
  if (exact !== null) return { text: exact, encoding: 'utf-8' };
  // Chinese stands in runs of pairs of high bytes; western text has single accents, which seldom make pairs, let alone two in a row.
  const chinese = decodedBy('gb18030', bytes);
  if (chinese !== null && /\p{Script=Han}{2}/u.test(chinese)) return { text: chinese, encoding: 'gb18030' };
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
}

function decodedBy(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
