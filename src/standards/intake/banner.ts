// What stands above the goods: the air waybill, the order, who sends it. Read by label, and the waybill by its check digit.
// IATA Cargo-IMP / Resolution 600a: three digits of the airline, seven of the serial, their remainder by seven.

import type { GridRow } from './layout.ts';
import { plainWords } from './words.ts';

export interface Banner {
  /** 112-34567890; null: none, or more than one. */
  readonly waybill: string | null;
  /** Digits in the form of a waybill whose check digit is wrong. */
  readonly brokenWaybill: string | null;
  readonly sender: string | null;
}

const WAYBILL = /(?<!\d)(\d{3})[ -]?(\d{4}) ?(\d{3})(\d)(?!\d)/g;
const SENDER = /^(?:shipper|sender|consignor|exporter|from company|seller|expediteur|exportateur|mittente|speditore|absender|versender|afzender|verzender|remitente|expedidor|发货人|发货单位|寄件人)$/;

/** The last digit is the serial's remainder by seven. */
const isChecked = (serial: string, check: string): boolean => Number(serial) % 7 === Number(check);

/** @returns every waybill in the text, right or wrong, as 123-45678901. */
export function waybillsIn(text: string): readonly { readonly number: string; readonly isRight: boolean }[] {
  return [...text.normalize('NFKC').matchAll(WAYBILL)].map(([, airline = '', first = '', rest = '', check = '']) => ({ number: `${airline}-${first}${rest}${check}`, isRight: isChecked(`${first}${rest}`, check) }));
}

export function readBanner(above: readonly GridRow[], waybillCells: readonly string[]): Banner {
  const texts = above.map(({ cells }) => [...cells].toSorted(([a], [b]) => a - b).flatMap(([, { text, isRepeated }]) => (text === '' || isRepeated ? [] : [text])));
  const labelled = texts.filter((row) => row.some((text) => /\b(?:m?awb|hawb|waybill|lta|air ?way|luftfracht|luchtvracht|guia)|运单|提单/i.test(text))).map((row) => row.join(' '));
  const found = [...labelled, ...waybillCells].flatMap(waybillsIn);
  const right = [...new Set(found.filter(({ isRight }) => isRight).map(({ number }) => number))];
  return { waybill: right.length === 1 ? (right[0] ?? null) : null, brokenWaybill: right.length === 0 ? (found[0]?.number ?? null) : null, sender: senderIn(texts) };
}

function senderIn(texts: readonly (readonly string[])[]): string | null {
  for (const row of texts)
    for (const [k, text] of row.entries()) {
      const [, label = text, rest = ''] = /^([^:：]{2,40})[:：]\s*(.*)$/s.exec(text) ?? [];
      if (!SENDER.test(plainWords(label).replace(/ (?:name|nom)$/, ''))) continue;
      const value = rest.trim() === '' ? (row[k + 1] ?? '') : rest;
      if (value.trim() !== '') return value.split('\n')[0]?.trim().slice(0, 120) ?? null;
    }
  return null;
}
