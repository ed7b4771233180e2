// The three texts read against the reference operation: which pledge each claim is about, what it does to it and why, what a person
// must settle; and the drafts recorded, once.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { importPack } from '../../src/app/pack/import.ts';
import type { Store } from '../../src/app/ports.ts';
import type { AnnouncementAsk, AnnouncementReading } from '../../src/app/promise/announcement-shape.ts';
import { announcementsDesk } from '../../src/app/promise/read-announcement.ts';
import { invariant, type Result } from '../../src/domain/result.ts';
import { Instant } from '../../src/domain/time.ts';
import { AGENCY_REPORT, FOUNDATION_POST, NEWSPAPER_ARTICLE } from '../../src/standards/announcements/texts.fixture.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { say } from '../../src/words/say.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';
import { serveStore, type Served } from '../support/served.ts';

const read = journalOfPack(readFolder(REFERENCE));
invariant(read.ok, 'the reference operation is taken');
const { facts } = read.value;
const desk = announcementsDesk(async (_, use) => use(facts), { now: () => Instant.parse('2020-04-02T00:00:00.000Z') });
const ask = (wanted: AnnouncementAsk): Promise<Result<AnnouncementReading, { readonly code: string; readonly message: string; readonly remedy: string }>> => desk.read('liege-2020', wanted);
async function reading(wanted: AnnouncementAsk): Promise<AnnouncementReading> {
  const answer = await ask(wanted);
  invariant(answer.ok, 'it can be read');
  return answer.value;
}
const bearings = ({ proposals, drafts }: AnnouncementReading): string[] => drafts.map(({ proposal, body, because }) => `${proposals[proposal]?.kind ?? ''} ${body.units ?? '–'} ${body.item ?? '–'} ${body.scope ?? '–'}: ${body.stance} ${body.pledge ?? '–'} (${because.map((why) => why.say.replace('stance.', '')).join(', ')})`);

describe('what a claim does to a pledge', () => {
  test('the foundation’s post', async () => {
    expect(bearings(await reading(FOUNDATION_POST))).toEqual([
      'promise-total 2000000 surgical-mask EUROPE: supports P1 (same-figure)',
      'arrival – – –: context – (no-pledge)',
      'promise 500000 test-kit US: supports P6 (same-figure)',
      'promise 1000000 surgical-mask US: supports P6 (same-figure)',
      'support – – –: context – (no-pledge)',
    ]);
  });
  test('the agency’s report', async () => {
    expect(bearings(await reading(AGENCY_REPORT))).toEqual([
      'arrival 500000 surgical-mask –: supports P1 (part, same-text)',
      'arrival – test-kit –: supports P5 (no-figure)',
      'destination – surgical-mask IT: supports P1 (no-figure, same-text)',
      'promise-total 2000000 surgical-mask EUROPE: supports P1 (same-figure)',
      'route 2000000 surgical-mask –: context P1 (about, same-text)',
      'further-flights – – –: context – (no-pledge)',
      'promise – – IT: context – (other-donor)',
    ]);
  });
  test('the newspaper’s article', async () => {
    expect(bearings(await reading(NEWSPAPER_ARTICLE)).slice(0, 2)).toEqual(['promise-total 2000000 surgical-mask EUROPE: supports P1 (same-figure)', 'arrival 500000 surgical-mask –: supports P1 (part, same-text)']);
  });
  test.each([
    ['The foundation will donate 1.8 million masks to Europe.', 'promise-total 1800000 surgical-mask EUROPE: contradicts P1 (other-figure)'],
    ['The foundation will donate nearly two million masks to Europe.', 'promise-total 2000000 surgical-mask EUROPE: supports P1 (same-figure)'],
    ['The foundation could donate 2 million masks to Europe.', 'promise-total 2000000 surgical-mask EUROPE: context P1 (not-firm)'],
    ['The foundation will give 200,000 masks to Belgium.', 'promise 200000 surgical-mask BE: context – (several)'],
    ['Japan has received 500,000 masks.', 'arrival 500000 surgical-mask JP: supports P7 (part)'],
    ['Japan has received 1.5 million masks.', 'arrival 1500000 surgical-mask JP: context P7 (about)'],
    ['A team arrived in Rome with 1,000 ventilators.', 'arrival 1000 ventilator –: context – (no-pledge)'],
    ['Japan has received 1.5 million masks from the foundation.', 'arrival 1500000 surgical-mask JP: contradicts P7 (more-than-promised)'],
    ['Iran has not received any masks.', 'denial – surgical-mask IR: contradicts P8 (denied)'],
    ['China has sent 500,000 masks to Italy.', 'promise 500000 surgical-mask IT: context – (other-donor)'],
  ])('%s', async (text, bearing) => expect(bearings(await reading({ text }))).toEqual([bearing]));
  test('where several pledges fit a person chooses', async () => {
    const { drafts } = await reading({ text: 'A plane has landed at Liège with 300,000 masks.', publishedAt: '2020-03-16T18:00:00Z' });
    expect(drafts[0]).toMatchObject({ body: { stance: 'context' }, because: [{ say: 'stance.several' }], open: expect.arrayContaining([expect.objectContaining({ field: 'pledge', options: ['P1', 'P2', 'P3', 'P4'], isNeeded: false })]) as unknown });
    expect(drafts[0]?.body.pledge).toBeUndefined();
  });
  test('a figure with two readings is no units until somebody says which', async () => {
    const { drafts } = await reading({ text: 'We donate 500.000 masks to Italy.', author: 'A paper', channel: 'article' });
    expect(drafts[0]?.open).toContainEqual({ field: 'units', options: ['500000', '500'], isNeeded: true });
    expect(drafts[0]?.body.units).toBeUndefined();
  });
  test('the summary is in our words, in each language', async () => {
    const { drafts } = await reading(AGENCY_REPORT);
    for (const { summary, body } of drafts) {
      expect(say(summary, LANGUAGES.en)).toBe(body.summary);
      for (const language of Object.values(LANGUAGES)) expect(say(summary, language)).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    }
    expect(drafts[0]?.body.summary).toBe('About 500,000 surgical masks have arrived at Liège Airport from Hangzhou Xiaoshan Airport on 13 March 2020.');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['an empty text', { text: ' \n' }, 'announcement-refused', /paste/],
    ['more than is read at once', { text: 'masks '.repeat(40_000) }, 'announcement-refused', /in parts/],
    ['a day that is none', { text: 'Two million masks', publishedAt: 'Friday' }, 'bad-instant', /write an instant/],
  ])('%s is refused with a remedy', async (_, wanted, code, remedy) => {
    expect(await ask(wanted)).toMatchObject({ ok: false, error: { code, remedy: expect.stringMatching(remedy) as unknown } });
  });
});

describe('the drafts, confirmed', () => {
  let store: Store;
  let server: Served;
  beforeAll(async () => {
    store = await openHome(newFolder());
    invariant((await importPack(store, readFolder(REFERENCE))).ok, 'the reference operation is taken');
    server = await serveStore(store);
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });
  test('are recorded as facts, all in one, and the same text once', async () => {
    const { client } = server;
    const answer = await client.announcements.read('liege-2020', { ...AGENCY_REPORT, author: 'An agency', channel: 'report' });
    invariant(answer.ok, 'it can be read');
    const { drafts, key } = answer.value;
    expect(drafts.every(({ open }) => open.every(({ isNeeded }) => !isNeeded))).toBe(true);
    // A claim needs a source: the text itself, as it was read.
    const kept = await client.promises.keepSnapshot('liege-2020', { content: Buffer.from(AGENCY_REPORT.text).toString('base64') });
    invariant(kept.ok, 'a text is kept as evidence');
    const batch = { facts: drafts.map(({ occurredAt, body }) => ({ kind: 'claim.recorded' as const, occurredAt, body: { ...body, snapshot: kept.value.sha256 } })) };
    const before = await client.facts('liege-2020', { after: 0, limit: 10_000 });
    const first = await client.recordAll('liege-2020', batch, key);
    expect(first).toMatchObject({ ok: true });
    expect(first.ok && first.value.facts.every(({ fresh }) => fresh)).toBe(true);
    const reread = await client.announcements.read('liege-2020', { ...AGENCY_REPORT, author: 'An agency', channel: 'report' });
    expect(reread.ok && reread.value.drafts.every(({ isRecorded }) => isRecorded)).toBe(true);
    const again = await client.recordAll('liege-2020', batch, key);
    expect(again.ok && again.value.facts.some(({ fresh }) => fresh)).toBe(false);
    const after = await client.facts('liege-2020', { after: 0, limit: 10_000 });
    invariant(before.ok && after.ok, 'the journal can be read');
    expect(after.value.facts.length - before.value.facts.length).toBe(drafts.length);
  });
});
