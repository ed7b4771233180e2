import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stretchesOf } from './marks.ts';
import type { Proposal } from './use-reading.ts';

const TEXT = 'The foundation will donate 2 million masks to Europe. Shares rose by 3%.';
const said = (words: string, carried?: true): { value: string; words: string; span: { start: number; end: number }; carried?: true } => ({ value: words, words, span: { start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }, ...(carried && { carried }) });
const proposal = (...words: readonly string[]): Proposal => ({ kind: 'promise', sentence: 0, fields: Object.fromEntries(words.map((each, k) => [`field${k}`, said(each)])), because: [{ rule: 'cue', span: said('donate').span }] });

describe('the text in stretches', () => {
  test('is the text, whatever is marked', () => {
    const span = fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)).filter(([a, b]) => a !== b).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 4 }), (marked, aside) => {
        const stretches = stretchesOf(TEXT, { proposals: marked.map((each) => ({ kind: 'promise', sentence: 0, fields: {}, because: [{ rule: 'cue', span: each }] })), unread: aside.map((each) => ({ span: each, words: '', as: 'money' })) });
        expect(stretches.map(({ text }) => text).join('')).toBe(TEXT);
        for (const [k, { start, end }] of marked.entries()) expect(stretches.filter(({ claims }) => claims.includes(k)).map(({ text }) => text).join('')).toBe(TEXT.slice(start, end));
      }),
    );
  });
  test('bears each claim where its words stand, and its number where they begin', () => {
    const stretches = stretchesOf(TEXT, { proposals: [proposal('foundation', '2 million', 'masks'), proposal('masks', 'Europe')], unread: [{ span: said('3').span, words: '3', as: 'percentage' }] });
    expect(stretches.filter(({ claims }) => claims.length > 0).map(({ text, claims, opens }) => [text, claims, opens])).toEqual([['foundation', [0], [0]], ['donate', [0, 1], [1]], ['2 million', [0], []], ['masks', [0, 1], []], ['Europe', [1], []]]);
    expect(stretches.find(({ aside }) => aside !== null)).toMatchObject({ text: '3', aside: 'percentage', claims: [] });
  });
  test('leaves alone what is named elsewhere', () => {
    const carried: Proposal = { ...proposal('masks'), fields: { donor: { ...said('foundation', true), value: { name: 'F', isKnown: true } } } };
    expect(stretchesOf(TEXT, { proposals: [carried], unread: [] }).filter(({ claims }) => claims.length > 0).map(({ text }) => text)).toEqual(['donate']);
  });
});
