import { describe, expect, test } from 'vitest';
import { ALWAYS, effective, type When } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import { SeriesId } from '../../domain/need/publication.ts';
import { LocalDate, Zone } from '../../domain/time.ts';
import { AreaCode } from '../../domain/ids.ts';
import { factIdOf, hour, journal, type Line } from '../../../test/support/journal.ts';
import { publishedIn } from './published.ts';
import { toldIn, usedOf } from './tellings.ts';

const published = (series: string, at: number, date: string, areas: readonly object[], recordedAt = at): Line => ['counts.published', at, { series, date, areas }, recordedAt];
const of = (facts: readonly Fact[], when: When = ALWAYS) => toldIn(effective(facts, when), Zone.parse('UTC')).areas;
const IT = AreaCode.parse('IT');
const sourced = (facts: Fact[], source: string): Fact[] => facts.map((fact) => ({ ...fact, sources: [source, 'assumption'] }));

describe('which source is used, and why', () => {
  const facts = journal([published('ecdc', 10, '2020-03-01', [{ area: 'IT', cases: 10 }]), published('dpc', 17, '2020-03-01', [{ area: 'IT', cases: 12 }])]);
  test('the one that counted last', () => expect(usedOf(of(facts).get(IT) ?? [])).toMatchObject({ telling: { sources: ['dpc'] }, why: { rule: 'counted-last', countedAt: hour(17), before: { sources: ['ecdc'], countedAt: hour(10) } } }));
  test('before it had counted, the other', () => expect(usedOf(of(facts, { asOf: hour(12), knownAt: null }).get(IT) ?? [])).toMatchObject({ telling: { sources: ['ecdc'] }, why: { rule: 'only-source', before: null } }));
  test('of two at one instant the one that counted on more days', () => {
    const more = journal([published('dpc', 2, '2020-02-29', [{ area: 'IT', cases: 9 }]), published('dpc', 17, '2020-03-01', [{ area: 'IT', cases: 12 }]), published('who', 17, '2020-03-01', [{ area: 'IT', cases: 11 }])]);
    expect(usedOf(of(more).get(IT) ?? [])).toMatchObject({ telling: { sources: ['dpc'] }, why: { rule: 'counted-more-days', days: 2, before: { sources: ['who'], days: 1 } } });
  });
  test('the row’s own hour counts, not that of the day', () => {
    const stale = journal([published('ecdc', 10, '2020-03-01', [{ area: 'IT', cases: 10 }]), published('jhu-csse', 23, '2020-03-01', [{ area: 'IT', cases: 8, at: hour(1) }])]);
    expect(usedOf(of(stale).get(IT) ?? []).telling.sources).toEqual(['ecdc']);
  });
});

describe('single counts and publications of one source are one telling', () => {
  const single = sourced(journal([['count.reported', 10, { area: 'IT', cases: 10, deaths: 1 }]]), 'ecdc');
  const later = journal([published('ecdc', 34, '2020-03-02', [{ area: 'IT', cases: 15 }])], 2);
  test('a source that is a guess is no other source', () => expect(of([...single, ...later]).get(IT)?.map(({ sources, counts }) => [sources, counts.map(({ date, cases }) => [date, cases])])).toEqual([[['ecdc'], [['2020-03-01', 10], ['2020-03-02', 15]]]]));
  test('of one day the later hour is used', () => {
    const evening = journal([published('ecdc', 20, '2020-03-01', [{ area: 'IT', cases: 14 }])], 2);
    expect(of([...single, ...evening]).get(IT)?.[0]?.counts.map(({ cases }) => cases)).toEqual([14]);
  });
  test('patients stand beside cases', () => {
    const wards = sourced(journal([['census.reported', 12, { area: 'IT', wards: 7, intensiveCare: 2 }]], 2), 'ecdc');
    expect(of([...single, ...wards]).get(IT)?.[0]?.counts.map(({ cases, wards: beds }) => [cases, beds])).toEqual([[10, null], [null, 7]]);
  });
  test('a ship is nobody’s to supply', () => expect([...of(journal([published('ecdc', 10, '2020-03-01', [{ area: 'Diamond Princess', cases: 10 }])])).keys()]).toEqual([]));
});

test('an array of facts that has grown is told anew', () => {
  const facts = [...effective(journal([published('ecdc', 10, '2020-03-01', [{ area: 'IT', cases: 10 }])]), ALWAYS)];
  const days = (): number | undefined => toldIn(facts, Zone.parse('UTC')).areas.get(IT)?.[0]?.counts.length;
  expect(days()).toBe(1);
  facts.push(...journal([published('ecdc', 34, '2020-03-02', [{ area: 'IT', cases: 15 }])], 2));
  expect(days()).toBe(2);
});

describe('revisions', () => {
  const series = SeriesId.parse('ecdc');
  const told = (facts: readonly Fact[], when: When = ALWAYS) => publishedIn(facts, when).get(series)?.areas.get('IT')?.get(LocalDate.parse('2020-03-01'))?.figures;
  const facts = journal([published('ecdc', 10, '2020-03-01', [{ area: 'IT', cases: 10, deaths: 1 }], 11), published('ecdc', 10, '2020-03-01', [{ area: 'IT', cases: 12 }], 50), published('ecdc', 10, '2020-03-01', [{ area: 'IT', cases: 12, deaths: 1 }], 60)]);
  test('the latest recorded stands; what stood before has from when until when', () => expect(told(facts)).toEqual({ cases: { value: 12, firstSeen: hour(50), earlier: [{ value: 10, firstSeen: hour(11), until: hour(50) }] }, deaths: { value: 1, firstSeen: hour(11), earlier: [] } }));
  test('as it was known then', () => expect(told(facts, { asOf: null, knownAt: hour(49) })).toMatchObject({ cases: { value: 10, earlier: [] } }));
  test('a publication that was struck out never was', () => {
    const struck = [...facts, ...journal([['correction.made', 70, { corrects: factIdOf(2), reason: 'another country’s row' }]], 4)].filter(({ seq }) => seq !== 3);
    expect(told(struck)).toMatchObject({ cases: { value: 10, earlier: [] } });
  });
  test('what a correction put there was first seen with the correction', () => {
    const corrected = [...facts.slice(0, 1), ...journal([['correction.made', 70, { corrects: factIdOf(1), reason: 'misread', replacement: { occurredAt: hour(10), body: { series: 'ecdc', date: '2020-03-01', areas: [{ area: 'IT', cases: 11 }] } } }]], 2)];
    expect(told(corrected)).toEqual({ cases: { value: 11, firstSeen: hour(70), earlier: [] } });
  });
});
