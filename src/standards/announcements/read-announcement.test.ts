// The three texts of the case read right, and what must hold of any text at all.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FOUNDATION, OPTIONS } from './names.fixture.ts';
import { readAnnouncement } from './read-announcement.ts';
import { labelOf } from './scoring.fixture.ts';
import type { Proposal, Reading, Said } from './shape.ts';
import { AGENCY_REPORT, FOUNDATION_POST, LONG_ARTICLE, LONG_REPORT, NEWSPAPER_ARTICLE } from './texts.fixture.ts';

const read = (text: string): Reading => readAnnouncement(text, OPTIONS);
const of = ({ text, publishedAt }: typeof AGENCY_REPORT): Reading => readAnnouncement(text, { ...OPTIONS, publishedAt });
const only = (text: string): Proposal => {
  const { proposals } = read(text);
  expect(proposals).toHaveLength(1);
  return proposals[0] as Proposal;
};
const ways = ({ fields }: Proposal): string => [fields.from && `from ${fields.from.value}`, fields.at && `at ${fields.at.value}`, fields.via && `via ${fields.via.value}`, fields.modes && `by ${fields.modes.map(({ value }) => value).join('+')}`, fields.share?.value, fields.quantity?.value.qualifier, fields.certainty?.value].filter((part) => part !== undefined).join(', ');

describe('the three texts of the case', () => {
  test('the foundation’s post: Europe, a first plane to come, the United States, five countries', () => {
    expect(of(FOUNDATION_POST).proposals.map((it) => `${labelOf(it)} | ${ways(it)}`)).toEqual([
      'promise-total item=surgical-mask quantity=2000000 area=EUROPE donor=F | exactly, planned',
      'arrival date=2020-03-13 | from CNHGH, at BELGG, by air, planned',
      'promise item=test-kit quantity=500000 area=US date=2020-03-13 donor=F | exactly, planned',
      'promise item=surgical-mask quantity=1000000 area=US date=2020-03-13 donor=F | exactly, planned',
      'support area=ES+IR+IT+JP+KR donor=F | done',
    ]);
  });
  test('the agency’s report: what landed, whither, by which way, what another donor sent', () => {
    expect(of(AGENCY_REPORT).proposals.map((it) => `${labelOf(it)} | ${ways(it)}`)).toEqual([
      'arrival item=surgical-mask quantity=500000 date=2020-03-13 | from CNHGH, at BELGG, by air, about, done',
      'arrival item=test-kit date=2020-03-13 | from CNHGH, at BELGG, by air, done',
      'destination area=IT | large-part, done',
      'promise-total item=surgical-mask quantity=2000000 area=EUROPE donor=F | exactly, planned',
      'route item=surgical-mask quantity=2000000 | via BELGG, by rail+air, exactly, planned',
      'further-flights | planned',
      'promise area=IT donor=Croix-Rouge chinoise | exactly, done',
    ]);
  });
  test('the newspaper’s article: also the count with its day and source, the estimate, the shortage, what was not confirmed', () => {
    const { proposals, unread } = of(NEWSPAPER_ARTICLE);
    expect(proposals.map(labelOf)).toEqual([
      'promise-total item=surgical-mask quantity=2000000 area=EUROPE donor=F',
      'arrival item=surgical-mask quantity=500000 date=2020-03-13',
      'arrival item=test-kit date=2020-03-13',
      'promise item=test-kit quantity=500000 area=US date=2020-03-13 donor=F',
      'promise item=surgical-mask quantity=1000000 area=US date=2020-03-13 donor=F',
      'support area=ES+IR+IT+JP+KR donor=F',
      'count quantity=6705 date=2020-03-16',
      'estimate',
      'shortage item=surgical-mask',
      'denial',
    ]);
    expect(proposals.find(({ kind }) => kind === 'count')?.fields).toMatchObject({ measure: { value: 'deaths' }, source: { value: 'un décompte de sources officielles' } });
    expect(proposals.find(({ kind }) => kind === 'estimate')?.fields).toMatchObject({ vague: { words: 'centaines de milliers' }, certainty: { value: 'possible', words: 'pourraient' } });
    expect(unread.map(({ words, as }) => `${words} ${as}`)).toEqual(['117.000 people', '38 percentage', '2019 date', '55 age']);
  });
});

describe('two longer texts', () => {
  test('a report in English', () => {
    expect(of(LONG_REPORT).proposals.map(labelOf)).toEqual([
      'arrival item=surgical-mask quantity=500000 date=2020-03-13', 'arrival item=test-kit date=2020-03-13', 'promise-total item=surgical-mask quantity=2000000 area=EUROPE',
      'destination area=IT', 'count quantity=1266 area=IT date=2020-03-13', 'further-flights date=2020-03-16/2020-03-22', 'route', 'promise item=surgical-mask quantity=300000 area=BE',
      'promise item=test-kit quantity=500000 area=US donor=F', 'promise item=surgical-mask quantity=1000000 area=US donor=F', 'promise item=surgical-mask quantity=1000000 area=IR+JP+KR donor=F',
      'count quantity=5232 area=ES', 'arrival item=ventilator quantity=1000 date=2020-03-12', 'denial item=surgical-mask',
    ]);
  });
  test('an article in French', () => {
    expect(of(LONG_ARTICLE).proposals.map(labelOf)).toEqual([
      'arrival date=2020-03-18 donor=F', 'destination item=surgical-mask quantity=1500000 area=BE+FR+SI', 'promise item=surgical-mask quantity=200000 area=BE donor=F', 'promise item=test-kit quantity=30000 area=BE donor=F',
      'arrival item=surgical-mask quantity=300000 date=2020-03-16', 'denial item=gown', 'count quantity=2978 area=IT', 'count quantity=13716 area=ES', 'estimate quantity=100000 area=DE',
      'promise item=surgical-mask quantity=500000 area=IT date=2020-03-20', 'promise item=surgical-mask quantity=200000 area=ES donor=Huawei',
    ]);
  });
});

describe('a figure is read as it is written', () => {
  test.each([
    ['We donate 1.8 million masks to Italy.', 1_800_000, 'exactly'],
    ['We donate half a million masks to Italy.', 500_000, 'exactly'],
    ['We donate 2m masks to Italy.', 2_000_000, 'exactly'],
    ['We donate nearly 500k masks to Italy.', 500_000, 'nearly'],
    ['We donate at least two million masks to Italy.', 2_000_000, 'at-least'],
    ['We donate a million and a half masks to Italy.', 1_500_000, 'exactly'],
    ['Nous donnons environ 500 000 masques à la France.', 500_000, 'about'],
    ['Nous donnons 500.000 masques à la France.', 500_000, 'exactly'],
    ['Nous donnons 1,8 million de masques à la France.', 1_800_000, 'exactly'],
    ['Nous donnons un demi-million de masques à la France.', 500_000, 'exactly'],
    ['Nous donnons plus de deux cent mille masques à la France.', 200_000, 'more-than'],
    ["Nous donnons jusqu'à quatre-vingt mille masques à la France.", 80_000, 'up-to'],
    ['Nous donnons 500&nbsp;000 masques à la France.', 500_000, 'exactly'],
  ])('%s', (text, least, qualifier) => expect(only(text).fields.quantity?.value).toMatchObject({ least, most: least, qualifier, readings: [] }));
  test.each([
    ['We donate 500.000 masks to Italy.', [500_000, 500]],
    ["Nous donnons 500,000 masques à l'Italie.", [500_000, 500]],
    ['We donate 1.500 million masks to Italy.', [1_500_000_000, 1_500_000]],
  ])('%s is asked', (text, readings) => {
    const proposal = only(text);
    expect(proposal.fields.quantity?.value).toMatchObject({ least: null, most: null, readings });
    expect(proposal.because.map(({ rule }) => rule)).toContain('figure-open');
  });
  test('is not asked where another figure of the text proves the marks', () => {
    expect(read("Nous donnons 500,000 masques à l'Italie. Le fret pèse 1,200,000 tonnes.").proposals[0]?.fields.quantity?.value).toMatchObject({ least: 500_000 });
  });
});

describe('a donor is who the text says', () => {
  test('another’s gift is theirs', () => expect(only('China has sent 500,000 masks to Italy.').fields.donor?.value).toEqual({ name: 'China', isKnown: false }));
  test('ours is known by its kind where only one donor is of it', () => expect(only('The foundation will send 500,000 masks to Italy.').fields.donor?.value).toEqual({ name: FOUNDATION, isKnown: true }));
  test('a foundation with a name of its own is another', () => expect(only('The Anna Lind Foundation will send 500,000 masks to Italy.').fields.donor?.value).toEqual({ name: 'Anna Lind Foundation', isKnown: false }));
  test('is carried from sentence to sentence, and marked so', () => {
    const [, second] = read('The foundation will send 500,000 masks to Italy. It will also send 20,000 gowns to Spain.').proposals;
    expect(second?.fields.donor).toMatchObject({ value: { isKnown: true }, carried: true, words: 'foundation' });
  });
});

describe('what is not firm is marked', () => {
  test.each(['The foundation could send 500,000 masks to Italy.', "La fondation pourrait envoyer 500 000 masques à l'Italie.", "La fondation enverrait 500 000 masques à l'Italie."])('%s', (text) => expect(only(text).fields.certainty?.value).toBe('possible'));
  test('a question claims nothing', () => expect(read('Will the foundation send 500,000 masks to Italy?').proposals).toEqual([]));
});

describe('a reading does not turn the meaning round', () => {
  test.each([
    ['Neither Belgium nor France has received any masks yet.', ['denial item=surgical-mask area=BE+FR']],
    ["La fondation n'enverra pas de respirateurs à la Belgique.", ['denial item=ventilator area=BE donor=F']],
    ["Il n'y a pas de pénurie de masques en Allemagne.", ['denial item=surgical-mask area=DE']],
    ['The foundation is ready to deliver 500,000 masks to Italy.', ['promise item=surgical-mask quantity=500000 area=IT donor=F']],
    ['The first batch of the 2 million masks, 500,000 of them, arrived at Liège airport on 13 March.', ['arrival item=surgical-mask quantity=500000 date=2020-03-13']],
    ["Le premier lot d'un don de 2 millions de masques est arrivé vendredi à l'aéroport de Liège.", ['arrival item=surgical-mask date=2020-03-13']],
    ['The foundation will send 300,000 masks to Belgium and 500,000 to Spain.', ['promise item=surgical-mask quantity=300000 area=BE donor=F', 'promise item=surgical-mask quantity=500000 area=ES donor=F']],
    ["L'Italie aurait reçu 101 600 masques.", ['arrival item=surgical-mask quantity=101600 area=IT']],
    ['Le nombre de morts est passé de 5.000 à 6.705.', ['count quantity=6705']],
    ['GENEVA, March 13 (Agency) - A plane from the Chinese city of Hangzhou landed at Liège late on Friday with 500,000 masks.', ['arrival item=surgical-mask quantity=500000 date=2020-03-13']],
    ['The foundation said that it would give 500,000 masks to Italy.', ['promise item=surgical-mask quantity=500000 area=IT donor=F']],
    ['No masks have reached German care homes.', ['denial item=surgical-mask area=DE']],
    ['France has ordered 200 million masks from China.', []],
    ['Quelque 300 000 masques sont attendus lundi à Liège.', ['arrival item=surgical-mask quantity=300000 date=2020-03-16']],
  ])('%s', (text, labels) => expect(read(text).proposals.map(labelOf)).toEqual(labels));
});

const saids = ({ fields }: Proposal): Said<unknown>[] => Object.values(fields).flatMap((field: Said<unknown> | readonly Said<unknown>[]) => field);
function holds(text: string): Reading {
  const reading = read(text);
  for (const span of [...reading.sentences, ...reading.unread.map((it) => it.span), ...reading.proposals.flatMap((it) => [...it.because.map((why) => why.span), ...saids(it).map((said) => said.span)])]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  for (const proposal of reading.proposals) {
    expect(proposal.because.length).toBeGreaterThan(0);
    for (const { words, span } of saids(proposal)) expect(words).toBe(text.slice(span.start, span.end));
  }
  return reading;
}

const SCRAPS = ['500,000', '500.000', '2', 'million', 'millions de', 'masks', 'masques', 'test kits', 'the foundation', 'La fondation', 'will', 'donate', 'promet', "l'", 'Italie', 'Italy', 'à', 'to', 'Liège', 'landed', 'a atterri', 'dont', 'including', 'and', 'et', ',', '.', ';', '–', '\n', '\n\n', 'Friday', 'vendredi 13 mars', 'March 16, 2020', '%', '€', 'not', "n'a pas", 'could', '<b>', '</p>', '&nbsp;', '&', '🎉', '👩‍⚕️', '\u0000', 'no', 'between', 'entre', '-', '+32', '17:00', 'deaths', 'morts', 'hundreds of thousands', '@who', 'https://example.org/a?b=1'];

describe('of any text at all', () => {
  test('nothing breaks, and each field spells its words', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void holds(text)), { numRuns: 150 });
    fc.assert(fc.property(fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }), fc.constantFrom(' ', '', '\u00A0'), (scraps, gap) => void holds(scraps.join(gap))), { numRuns: 700 });
  });
  test('the same text gives the same reading', () => expect(of(AGENCY_REPORT)).toEqual(of(AGENCY_REPORT)));
  test('HTML and emoji around and between the words change nothing', () => {
    const plain = 'The foundation will donate 2 million masks to Europe.';
    const dressed = '<p class="lead">🎉 The <a href="/f">foundation</a> will <b>donate</b> 2&nbsp;million masks 😷 to <i>Europe</i>.</p>';
    expect(holds(dressed).proposals.map(labelOf)).toEqual(read(plain).proposals.map(labelOf));
  });
  test('an empty text has nothing to propose', () => expect(read('')).toMatchObject({ sentences: [], proposals: [], unread: [] }));
});

describe('a long text costs what it is long', () => {
  const repeated = (scrap: string, length: number): string => scrap.repeat(Math.ceil(length / scrap.length)).slice(0, length);
  test.each([
    ['the three texts over and over', `${AGENCY_REPORT.text}\n\n${FOUNDATION_POST.text}\n\n${NEWSPAPER_ARTICLE.text}\n\n`],
    ['one sentence without an end', 'the foundation and Italy, '],
    ['figures without an end', '500,000 '],
    ['digits without a space', '1'],
    ['open tags', '<a '],
    ['capitals', 'Bank Of '],
    ['the same promise', 'The foundation will donate 2 million masks to Europe. '],
    ['parts of parts', 'dont 200 000 masques et '],
    ['apostrophes', "l'd'n'"],
    ['number words', 'deux cent mille et un million '],
  ])('%s', (_, scrap) => {
    const [half, whole] = [read(repeated(scrap, 100_000)).steps, holds(repeated(scrap, 200_000)).steps];
    expect(whole / half).toBeLessThan(2.1);
    expect(whole / 200_000).toBeLessThan(60);
  });
});
