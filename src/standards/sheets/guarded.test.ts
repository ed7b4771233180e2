// A donor's name computes nothing in a spreadsheet, and comes back as it was.

import { expect, test } from 'vitest';
import { guarded, unguarded } from './guarded.ts';

const NASTY = ['=HYPERLINK("http://x.example","click")', '+1+1', '-2', '@SUM(A1)', '\tx', '\r=x', "'=already", "''=twice"];
const PLAIN = ['', 'A foundation', "'t Zand", "l'hôpital", '5 - 3', 'a=b'];

test.each(NASTY)('%j is text to a spreadsheet', (text) => {
  expect(guarded(text)).toBe(`'${text}`);
  expect(unguarded(guarded(text))).toBe(text);
});
test.each(PLAIN)('%j stands as it is', (text) => {
  expect(guarded(text)).toBe(text);
  expect(unguarded(guarded(text))).toBe(text);
});
