// What requests make of need, by hand. Italy asks for 1,000,000 masks from hour 24 to hour 192; Lombardy lies in Italy, and the
// hospital Niguarda in Lombardy.

import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { effective, ALWAYS } from '../asof.ts';
import { ItemCode, RecipientId, RequestId } from '../ids.ts';
import { register, type Register } from '../register.ts';
import { acceptedAsAsked, overlapsOf, replacedBy } from './request-overlaps.ts';

const WINDOW = { from: hour(24), until: hour(192) };
const recipient = (code: string, area: string): Line => ['recipient.registered', 0, { recipient: code, name: code, area, place: 'ITROM' }];
const BASE: readonly Line[] = [recipient('IT', 'IT'), recipient('IT-LOM', 'IT-25'), recipient('NIGUARDA', 'IT-25'), recipient('ES', 'ES'), recipient('EUROPE', 'EUROPE')];
const ITALY: Line = ['need.reported', 2, { recipient: 'IT', item: 'mask', units: 1_000_000, ...WINDOW, severity: 4 }];
const line = (units: number, more: object = {}): object => ({ item: 'mask', units, ...WINDOW, severity: 4, ...more });
const asks = (request: string, of: string, units: number, at = 3, more: object = {}): Line => ['need.requested', at, { request, recipient: of, lines: [line(units)], via: 'link', ...more }];
const accepts = (request: string, of: string, units: number, more: object = {}, at = 5): Line => ['request.accepted', at, { request, recipient: of, lines: [line(units, more)] }];
const known = (...lines: readonly Line[]): Register => register(effective(journal([...BASE, ...lines]), ALWAYS));
const needs = (at: Register): Record<string, number> => Object.fromEntries([...at.needs.values()].map(({ need }) => [need.recipient, need.units]));
const WITHIN = { within: [{ recipient: 'IT', from: hour(24) }] };

describe('need', () => {
  test('comes of a request when it is accepted, and not before', () => {
    expect(needs(known(asks('R1', 'IT-LOM', 300_000)))).toEqual({});
    expect(needs(known(asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 300_000)))).toEqual({ 'IT-LOM': 300_000 });
  });
  test('accepted within that of the level above counts inside, not on top: 700,000 + 300,000 = 1,000,000', () =>
    expect(needs(known(ITALY, asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 300_000, WITHIN)))).toEqual({ IT: 700_000, 'IT-LOM': 300_000 }));
  test('of the level above, reported anew, still holds what counts within it: 1,200,000 − 300,000', () =>
    expect(needs(known(ITALY, asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 300_000, WITHIN), ['need.reported', 9, { recipient: 'IT', item: 'mask', units: 1_200_000, ...WINDOW, severity: 4 }]))).toEqual({ IT: 900_000, 'IT-LOM': 300_000 }));
  test('that is more than the level above asks for leaves nothing there, never less than nothing', () =>
    expect(needs(known(ITALY, asks('R1', 'IT-LOM', 1_500_000), accepts('R1', 'IT-LOM', 1_500_000, WITHIN)))).toEqual({ IT: 0, 'IT-LOM': 1_500_000 }));
  test('is gone when the request is withdrawn, and the level above has it back', () =>
    expect(needs(known(ITALY, asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 300_000, WITHIN), ['request.withdrawn', 6, { request: 'R1', recipient: 'IT-LOM' }]))).toEqual({ IT: 1_000_000 }));
  test('asked for again with other hours takes the place of the first: 300,000 become 250,000', () => {
    const later = { item: 'mask', units: 250_000, from: hour(48), until: hour(216), severity: 4 };
    const both = known(ITALY, asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 300_000, WITHIN), ['need.requested', 6, { request: 'R2', recipient: 'IT-LOM', lines: [later], via: 'link' }], ['request.accepted', 7, { request: 'R2', recipient: 'IT-LOM', lines: [{ ...later, ...WITHIN, replaces: [hour(24)] }] }]);
    expect(needs(both)).toEqual({ IT: 750_000, 'IT-LOM': 250_000 });
  });
  test('is no need any more where the acceptance is corrected: the request waits again', () => {
    const facts = [ITALY, asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 300_000, WITHIN)];
    const undone = known(...facts, ['correction.made', 8, { corrects: journal([...BASE, ...facts]).at(-1)?.id, reason: 'by mistake' }]);
    expect([needs(undone), undone.requests.get(RequestId.parse('R1'))?.state]).toEqual([{ IT: 1_000_000 }, 'open']);
  });
});

describe('a step that cannot be', () => {
  const faults = (...lines: readonly Line[]): string[] => known(...lines).requestFaults.map(({ problem }) => problem);
  test.each<[string, readonly Line[], string]>([
    ['of a request that nobody filed', [accepts('R9', 'IT-LOM', 1)], 'there is no request R9'],
    ['of somebody else’s request', [asks('R1', 'IT-LOM', 5), accepts('R1', 'ES', 5)], 'request R1 is of IT-LOM'],
    ['a second acceptance', [asks('R1', 'IT-LOM', 5), accepts('R1', 'IT-LOM', 5), accepts('R1', 'IT-LOM', 4, {}, 6)], 'request R1: a request that is accepted cannot be accepted'],
    ['a second request of that name', [asks('R1', 'IT-LOM', 5), asks('R1', 'IT-LOM', 6, 4)], 'there is a request R1 already'],
    ['an answer to no question', [asks('R1', 'IT-LOM', 5), ['request.answered', 4, { request: 'R1', recipient: 'IT-LOM', answer: 'yes' }]], 'request R1: a request that is open cannot be answered'],
    ['within a need that is not there', [asks('R1', 'IT-LOM', 5), accepts('R1', 'IT-LOM', 5, WITHIN)], `there is no need of mask of IT from ${hour(24)} that it could count within`],
    ['in place of a need that is not there', [asks('R1', 'IT-LOM', 5), accepts('R1', 'IT-LOM', 5, { replaces: [hour(1)] })], `IT-LOM has no need of mask from ${hour(1)} that could be replaced`],
    ['in place of somebody else’s request', [asks('R1', 'ES', 5), asks('R2', 'IT-LOM', 5, 4, { replaces: ['R1'] })], 'IT-LOM has no request R1'],
  ])('%s is a fault', (_, lines, problem) => expect(faults(...lines)).toEqual([problem]));
  test('changes nothing', () => expect(needs(known(ITALY, asks('R1', 'IT-LOM', 5), accepts('R1', 'IT-LOM', 5, { ...WITHIN, replaces: [hour(1)] })))).toEqual({ IT: 1_000_000 }));
  test('a question, its answer and the next question at one instant take effect as they were recorded', () => {
    const of = { request: 'R1', recipient: 'IT-LOM' };
    expect(known(asks('R1', 'IT-LOM', 5, 3), ['request.asked', 3, { ...of, question: 'beds?' }], ['request.answered', 3, { ...of, answer: '40' }], ['request.asked', 3, { ...of, question: 'wards?' }]).requests.get(RequestId.parse('R1'))?.state).toBe('asked');
  });
});

describe('a line that says what somebody has said already', () => {
  const LOM = RecipientId.parse('IT-LOM');
  const LINE = { item: ItemCode.parse('mask'), ...WINDOW };
  const found = (at: Register, of = LOM, request: string | null = null): unknown[] => overlapsOf(at, of, LINE, request === null ? null : RequestId.parse(request)).map((it) => [it.kind, it.recipient, it.units, it.stands]);

  test('lies within the level above', () => expect(found(known(ITALY))).toEqual([['above', 'IT', 1_000_000, true]]));
  test('stands beside another recipient of its area', () => expect(found(known(asks('R1', 'NIGUARDA', 20_000)))).toEqual([['beside', 'NIGUARDA', 20_000, false]]));
  test('holds the level below', () => expect(found(known(asks('R1', 'IT-LOM', 300_000)), RecipientId.parse('IT'))).toEqual([['below', 'IT-LOM', 300_000, false]]));
  test('is asked again by its own recipient', () => expect(found(known(asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 250_000)))).toEqual([['again', 'IT-LOM', 250_000, true]]));
  test('is no duplicate of itself', () => expect(found(known(asks('R1', 'IT-LOM', 300_000)), LOM, 'R1')).toEqual([]));
  test('of another item, another time or another country is none', () =>
    expect(
      found(known(
        ['need.reported', 2, { recipient: 'IT', item: 'gown', units: 5, ...WINDOW, severity: 4 }],
        ['need.reported', 2, { recipient: 'IT', item: 'mask', units: 5, from: hour(192), until: hour(200), severity: 4 }],
        ['need.reported', 2, { recipient: 'ES', item: 'mask', units: 5, ...WINDOW, severity: 4 }],
      )),
    ).toEqual([]));
  test('of a request that was declined is none', () => expect(found(known(asks('R1', 'IT-LOM', 5), ['request.declined', 4, { request: 'R1', recipient: 'IT-LOM', reason: 'no' }]))).toEqual([]));

  const asAsked = (at: Register): unknown => acceptedAsAsked(at, LOM, LINE, overlapsOf(at, LOM, LINE, null));
  test('is accepted within the nearest level above: the country, not Europe', () =>
    expect(asAsked(known(ITALY, ['need.reported', 2, { recipient: 'EUROPE', item: 'mask', units: 9_000_000, ...WINDOW, severity: 4 }]))).toEqual({ within: [{ recipient: 'IT', from: hour(24) }], replaces: [] }));
  test('of a recipient that has a need beside the level above takes its place, and stays beside', () =>
    expect(asAsked(known(ITALY, ['need.reported', 2, { recipient: 'IT-LOM', item: 'mask', units: 5, ...WINDOW, severity: 4 }]))).toEqual({ within: [], replaces: [hour(24)] }));
  test('of a recipient whose need counts within the level above takes its place, and stays within', () =>
    expect(asAsked(known(ITALY, asks('R1', 'IT-LOM', 300_000), accepts('R1', 'IT-LOM', 300_000, WITHIN)))).toEqual({ within: [{ recipient: 'IT', from: hour(24) }], replaces: [hour(24)] }));

  test('for a part of a need of its own counts within that need: 594,749 a week hold the 300,000 of three days', () => {
    const own = known(['need.reported', 2, { recipient: 'IT-LOM', item: 'mask', units: 594_749, from: hour(24), until: hour(192), severity: 4 }]);
    const part = { item: ItemCode.parse('mask'), from: hour(96), until: hour(168) };
    expect(acceptedAsAsked(own, LOM, part, overlapsOf(own, LOM, part, null))).toEqual({ within: [{ recipient: 'IT-LOM', from: hour(24) }], replaces: [] });
    const days = { item: 'mask', units: 300_000, from: hour(96), until: hour(168), severity: 5 };
    const after = known(['need.reported', 2, { recipient: 'IT-LOM', item: 'mask', units: 594_749, from: hour(24), until: hour(192), severity: 4 }], ['need.requested', 3, { request: 'R1', recipient: 'IT-LOM', lines: [days], via: 'link' }], ['request.accepted', 4, { request: 'R1', recipient: 'IT-LOM', lines: [{ ...days, within: [{ recipient: 'IT-LOM', from: hour(24) }] }] }]);
    expect([...after.needs.values()].map(({ need }) => need.units)).toEqual([294_749, 300_000]);
  });

  test('takes the place of a request that waits where it asks all of it again', () => {
    const waiting = known(asks('R1', 'IT-LOM', 300_000));
    expect(replacedBy(waiting, LOM, [LINE])).toEqual(['R1']);
    expect(replacedBy(waiting, LOM, [{ ...LINE, item: ItemCode.parse('gown') }])).toEqual([]);
    expect(replacedBy(waiting, RecipientId.parse('NIGUARDA'), [LINE])).toEqual([]);
    expect(replacedBy(waiting, LOM, [{ ...LINE, from: hour(48) }])).toEqual([]);
  });
});
