import { expect, test } from 'vitest';
import { wrap } from './wrap.ts';

test('no line is wider than 118 characters, and no word is lost', () => {
  const words = Array.from({ length: 80 }, (_, k) => `word${k}`);
  const lines = wrap(words.join(' '), '    ').split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(118);
  expect(lines.every((line) => line.startsWith('    w'))).toBe(true);
  expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(words);
});

test('a word that is longer than a line stands alone', () => expect(wrap(`a ${'b'.repeat(200)} c`)).toBe(`a\n${'b'.repeat(200)}\nc`));
