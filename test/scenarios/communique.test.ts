// Communiqués of the reference operation: every number out of the ledger, none in free words, none that the ledger does not hold;
// what is published stays, and is stale when a correction changes one of its figures, with the correction of it ready.

import { beforeAll, describe, expect, test } from 'vitest';
import type { CommuniqueDraft, DraftAsk } from '../../src/app/announce/communique/draft.ts';
import { composed, isFigure, type CommuniquePart } from '../../src/domain/announce/communique.ts';
import type { FactKind } from '../../src/domain/facts.ts';
import { invariant } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { deskOfReference, OP } from '../support/reference-desk.ts';

const MONDAY = '2020-03-16T19:40:00Z';
const desk = await deskOfReference();
beforeAll(async () => {
  const planned = await desk.plan(OP, { policy: 'equal-cover', seed: 1, gap: 0, record: true });
  invariant(planned.ok, 'it is planned');
});

async function drafted(ask: Partial<DraftAsk> = {}): Promise<CommuniqueDraft> {
  const draft = await desk.communiques.draft(OP, { language: 'en', form: 'communique', tone: 'plain', length: 'full', asOf: MONDAY, ...ask });
  invariant(draft.ok, draft.ok ? '' : JSON.stringify(draft.error));
  return draft.value;
}
const basisOf = ({ basis }: CommuniqueDraft, parts: readonly CommuniquePart[]): string[] => [...new Set(parts.filter(isFigure).flatMap(({ figure }) => (basis[figure] ?? []).map(({ fact }) => fact)))];
const bodyOf = (draft: CommuniqueDraft, communique: string, sentences = draft.sentences): Record<string, unknown> => {
  const { text, parts } = composed(sentences);
  return { communique, language: draft.language, form: draft.form, asOf: draft.asOf, text, parts, basis: basisOf(draft, parts), ...(draft.corrects !== null && { corrects: draft.corrects }) };
};
let keys = 0;
async function recorded(kind: FactKind, body: unknown, occurredAt = MONDAY): Promise<string> {
  const answer = await desk.record(OP, { kind, occurredAt, by: 'press-office', sources: [], note: null, evidence: [], body }, `text-${(keys += 1)}`);
  return answer.ok ? 'recorded' : answer.error.message;
}
const listed = async (communique: string) => {
  const all = await desk.communiques.list(OP);
  return all.ok ? all.value.find((it) => it.communique === communique) : undefined;
};

describe('a draft of Monday 16 March', () => {
  test('tells in English what the ledger holds', async () => {
    const { text } = composed((await drafted()).sentences);
    expect(text).toContain('800,000 of the 2,000,000 surgical masks promised to Europe have landed');
    expect(text).toContain('1,200,000');
    expect(text).toContain('The promise is on course; the rest is expected by');
    expect(text).toContain('Italy 1,000,000');
    expect(text).toMatch(/gave 1,800,000 on .*; the operation holds the promise to be 2,000,000/);
  });

  test('and in French, in other words with the same figures', async () => {
    const [english, french] = await Promise.all([drafted(), drafted({ language: 'fr' })]);
    expect(composed(french.sentences).text).toContain('800\u00A0000 masques chirurgicaux sur 2\u00A0000\u00A0000\u00A0: voilà ce qui est arrivé de la promesse faite à l’Europe');
    const figures = (draft: CommuniqueDraft): string[] => [...new Set(composed(draft.sentences).parts.filter(isFigure).map(({ figure, value }) => `${figure}=${value}`))].toSorted();
    expect(figures(french)).toEqual(figures(english));
  });

  test.each([['communique', 'plain', 'short'], ['communique', 'warm', 'full'], ['post', 'plain', 'short'], ['post', 'warm', 'full']] as const)('%s, %s, %s: each figure bears its facts, and it may be approved', async (form, tone, length) => {
    for (const language of ['en', 'fr'] as const) {
      const draft = await drafted({ form, tone, length, language, link: 'https://example.org/p/liege-2020' });
      for (const { figure, value } of composed(draft.sentences).parts.filter(isFigure)) if (value !== 0) expect(draft.basis[figure]?.length, figure).toBeGreaterThan(0);
      if (form === 'post' && length === 'short' && tone === 'plain') expect(composed(draft.sentences).text.length).toBeLessThanOrEqual(280);
      expect(await recorded('communique.approved', bodyOf(draft, `try-${form}-${tone}-${length}-${language}`))).toBe('recorded');
    }
  });
});

describe('nothing is published', () => {
  const refusedFor = async (change: (draft: CommuniqueDraft) => Record<string, unknown>): Promise<string> => recorded('communique.approved', change(await drafted({ length: 'short' })));

  test.each([
    ['a number in free words', 'We expect 3 more flights.', 'a number stands in free words'],
    ['a spelled number', 'Two million thanks.', 'a number stands in free words'],
    ['a number in another script', 'We have ٥٠٠ more.', 'a number stands in free words'],
  ])('with %s', async (_, words, problem) => {
    expect(await refusedFor((draft) => bodyOf(draft, 'bad', [...draft.sentences, { id: 'own', paragraph: 9, parts: [{ words }] }]))).toContain(problem);
  });

  test('with a figure that the ledger holds otherwise', async () => {
    const said = await refusedFor((draft) => bodyOf(draft, 'bad', draft.sentences.map((sentence) => ({ ...sentence, parts: sentence.parts.map((part) => ('figure' in part && part.figure.endsWith(':landed') ? { ...part, value: 900_000, text: '900,000' } : part)) }))));
    expect(said).toContain('is 800,000, not 900,000');
  });

  test('with a figure of no name, another writing, another time, another text than its parts', async () => {
    const swap = (from: (part: CommuniquePart) => boolean, to: (part: CommuniquePart) => CommuniquePart) => (draft: CommuniqueDraft) => bodyOf(draft, 'bad', draft.sentences.map((sentence) => ({ ...sentence, parts: sentence.parts.map((part) => (from(part) ? to(part) : part)) })));
    expect(await refusedFor(swap(isFigure, (part) => ({ ...part, figure: 'P1:surgical-mask:invented' })))).toContain('the ledger holds no figure P1:surgical-mask:invented');
    expect(await refusedFor(swap((part) => 'figure' in part && part.value === 800_000, (part) => ({ ...part, text: '800.000' })))).toContain('not written as the language writes');
    expect(await refusedFor(swap((part) => 'at' in part, () => ({ at: instantFromMs(Date.UTC(2020, 2, 17, 8)), text: 'Tue 17 March, 09:00 CET' })))).toContain('the record knows of no such time');
    expect(await refusedFor((draft) => ({ ...bodyOf(draft, 'bad'), text: 'Something else.' }))).toContain('the text is not what its parts come to');
    expect(await refusedFor(({ language }) => ({ communique: 'bad', language, text: '3,000,000 masks have landed.', basis: [] }))).toContain('a number stands in free words');
  });

  test('that nobody has approved, or not as it stands, or twice', async () => {
    const draft = await drafted({ form: 'post', length: 'short' });
    expect(await recorded('communique.published', bodyOf(draft, 'unseen'))).toContain('nobody has approved this text');
    expect(await recorded('communique.approved', bodyOf(draft, 'seen'))).toBe('recorded');
    expect(await recorded('communique.published', bodyOf(draft, 'seen', [...draft.sentences, { id: 'own', paragraph: 0, parts: [{ words: 'And more.' }] }]))).toContain('it is not the text that was approved');
    expect(await recorded('communique.published', bodyOf(draft, 'seen'))).toBe('recorded');
    expect(await recorded('communique.published', bodyOf(draft, 'seen'))).toContain('is published already');
  });
});

test('a correction makes a published text stale, its correction is ready, and once published it stands for it', async () => {
  const draft = await drafted();
  for (const kind of ['communique.approved', 'communique.published'] as const) expect(await recorded(kind, bodyOf(draft, 'monday'))).toBe('recorded');
  expect(await listed('monday')).toMatchObject({ state: 'published', changes: [] });

  const facts = await desk.facts(OP, 0, 10_000);
  invariant(facts.ok, 'the journal is read');
  const pledged = facts.value.facts.find((fact) => fact.kind === 'pledge.made' && fact.body.pledge === 'P1');
  invariant(pledged?.kind === 'pledge.made', 'P1 was made');
  const corrected = await recorded('correction.made', { corrects: pledged.id, reason: 'The letter of the donor was read wrong', replacement: { occurredAt: pledged.occurredAt, body: { ...pledged.body, units: pledged.body.units + 50_000 } } }, '2020-03-31T00:00:00Z');
  expect(corrected).toBe('recorded');

  const stale = await listed('monday');
  expect(stale?.state).toBe('stale');
  expect(stale?.changes).toEqual(expect.arrayContaining([
    expect.objectContaining({ figure: 'P1:surgical-mask:promised', was: 2_000_000, now: 2_050_000, reasons: ['The letter of the donor was read wrong'] }),
  ]));

  const correction = await drafted({ corrects: 'monday' });
  const { text } = composed(correction.sentences);
  expect(text).toContain('Correction of our text of Mon 16 March, 20:40');
  expect(text).toContain('Surgical masks promised of promise P1: we said 2,000,000; it was 2,050,000.');
  expect(text).toContain('Reason: The letter of the donor was read wrong.');
  for (const kind of ['communique.approved', 'communique.published'] as const) expect(await recorded(kind, bodyOf(correction, 'monday-corrected'))).toBe('recorded');
  expect(await listed('monday')).toMatchObject({ state: 'corrected', correctedBy: 'monday-corrected' });
  expect(await listed('monday-corrected')).toMatchObject({ state: 'published', form: 'correction' });
}, 60_000);
