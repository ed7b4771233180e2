// Every phrase is said in every language, whole: one of each code, with the values that it takes. The type asks for all of them.

import { describe, expect, test } from 'vitest';
import { AreaCode, CharterId, DepartureId, EarmarkId, ItemCode, LotId, PaperCode, PlaceCode, PledgeId, RecipientId, RuleId } from '../domain/ids.ts';
import { phrase, type Code, type Phrase } from '../domain/phrase.ts';
import type { Phrases } from '../domain/phrases.ts';
import { Instant, LocalDate, Zone } from '../domain/time.ts';
import { english } from './en/english.ts';
import { french } from './fr/french.ts';
import { LANGUAGES } from './languages.ts';
import { say, saidOr } from './say.ts';

const NO_BREAK = '\u00A0';
const moment = { at: Instant.parse('2020-03-17T07:05:00.000Z'), zone: Zone.parse('Europe/Brussels') };
const day = { day: LocalDate.parse('2020-04-25') };
const place = { place: PlaceCode.parse('ITMIL'), name: 'Milano' };
const hub = { place: PlaceCode.parse('BELGG'), name: 'Liège' };
const recipient = { recipient: RecipientId.parse('IT-LOM'), name: 'Lombardia' };
const other = { recipient: RecipientId.parse('SI'), name: 'Slovenija' };
const item = { item: ItemCode.parse('surgical-mask'), name: 'Surgical mask' };
const [run, next] = [DepartureId.parse('T1'), DepartureId.parse('R2')];
const lot = LotId.parse('LOT-A');
const pledge = PledgeId.parse('P1');
const earmark = EarmarkId.parse('E1');
const rule = RuleId.parse('R-402');
const [from, to] = [{ area: AreaCode.parse('EU') }, { area: AreaCode.parse('CH') }];
const paper = { paper: PaperCode.parse('export-authorisation') };
const euros = { euros: 1234.5 };
const share = { share: 0.353 };
const limit = phrase('limit.run', { run, of: 'places' });
const route = [phrase('leg.first', { mode: 'road', from: hub, to: place, run }), phrase('leg.next', { mode: 'rail', to: place, run: next })];
const runs = [run, next];
const what = phrase('if.without-departure', { run });
const masks = phrase('goods.units', { least: 500_000, most: 500_000, rounding: 'about', unit: 'pieces', item });
const goods = phrase('diary.goods', { units: 600, item });
const figure = { figure: 'P1:surgical-mask:landed', value: 800_000, unit: 'pieces' } as const;
const promise = { promised: figure, item, scope: from };
const whatFigure = phrase('announce.what', { of: 'landed', item, area: to, pledge: 'P1' });
const who = { recipient, cartons: 41, item };

const overlap = { recipient, units: 600, item, from: moment, until: moment };

const EACH: { readonly [C in Code]: Phrases[C] } = {
  'limit.run': limit.with, 'limit.handling': { place, day }, 'leg.first': { mode: 'road', from: hub, to: place, run }, 'leg.next': { mode: 'rail', to: place, run: next },
  'rule.paper': { paper, rule }, 'rule.closed': { rule, from, to, until: day }, 'bond.scope': { pledge }, 'bond.earmark': { earmark },
  'line.gets': { ...who, route, arrives: moment }, 'line.lies': { ...who, place, from: moment }, 'line.frozen': { ...who, lot, pledge, route }, 'line.cover': { recipient, share, more: { points: 0.003 }, worst: true },
  'line.bound': { earmark, pledge, recipient, recipients: 9 }, 'line.free': { pledge }, 'line.scope': { pledge, recipient }, 'line.announced': { place: hub, at: moment }, 'line.pallets': { run, pallets: 2, filled: 1.6, shared: true }, 'line.kept': { kept: 41, cartons: 41, price: euros },
  'weighed.none': { from: hub, place }, 'weighed.later': { route: runs, arrives: moment, later: { hours: 9 }, euros: { euros: -5 } }, 'weighed.full': { route: runs, arrives: moment, earlier: { hours: 9 }, full: [limit], euros },
  'weighed.holders': { recipients: [other], worth: { euros: 12 } }, 'weighed.dearer': { route: runs, arrives: moment, earlier: { hours: 1 }, euros: { euros: 5 }, gained: { euros: 0.5 } }, 'weighed.same': { route: runs, arrives: moment, earlier: { hours: 9 } },
  'short.covered': {}, 'short.none': { item }, 'short.bound': { units: 1000, item, bonds: [phrase('bond.earmark', { earmark })] }, 'short.no-departure': { starts: [hub], place, recipient, until: moment }, 'short.not-kept': { place, temperature: 'cool' },
  'short.barred': { place, rules: [phrase('rule.paper', { paper, rule })] }, 'short.forbidden': { place, recipient, runs }, 'short.expired': { item, recipient, lots: [phrase('lot.expires', { lot, at: moment })] }, 'lot.expires': { lot, at: moment }, 'short.late': { recipient },
  'short.supply': { units: 1000, item, recipient, asked: 5000 }, 'short.equal': { recipient, share }, 'short.severity': { recipient, share }, 'short.relief': { recipient, share }, 'short.full': { cartons: 1, item, place, limits: [limit] },
  'short.charters': { charters: [CharterId.parse('CH-1')] }, 'short.unfit': { cartons: 9, item, reasons: [phrase('unfit.no-room', {})] }, 'unfit.barred': { starts: [hub], place, rules: [] }, 'unfit.expired': { starts: [hub] }, 'unfit.no-room': {},
  'short.not-worth': { cartons: 9, item, route: runs, euros, relieves: { euros: 1 } }, 'short.left': { cartons: 9, item, route: [] },
  'change.off': { recipient, off: 9, cartons: 41, lot, route: runs }, 'change.gains': { gains: { euros: 12 }, price: euros }, 'change.whole': {}, 'change.no-way': {}, 'change.near': { price: euros },
  'note.unreachable': { item, recipients: [recipient] }, 'note.levels': { within: share }, 'note.below': { below: 3, all: 91, most: share }, 'note.expiring': { cartons: 9, item, place, lots: [lot] }, 'note.overflow': { consignment: 'C5 (F5)', left: [phrase('lot.cartons', { cartons: 251, lot })], limit: phrase('load.volume', { takes: { m3: 760.1 }, holds: { m3: 736 } }) },
  'lot.cartons': { cartons: 251, lot }, 'load.volume': { takes: { m3: 760.1 }, holds: { m3: 736 } }, 'load.positions': { needs: 41, has: 39 }, 'load.weight': { weighs: { tonnes: 101.5 }, payload: { tonnes: 100 } }, 'note.broken-carton': { lot, units: 50 }, 'note.held': { lot, units: 600, place: hub },
  'note.quarantined': { lot, units: 600, place: hub }, 'note.recalled': { lot, units: 600 }, 'note.left-behind': { lot, units: 600, consignment: 'C5', at: moment }, 'note.forbidden': { run, lot, recipient, reason: 'the carrier failed twice' }, 'note.estimated': { recipients: [recipient] }, 'note.planned-again': { plan: 'equal-cover-0' },
  'note.change': { cartons: 41, kept: 32, off: 9, euros },
  'promise.withdrawn': { at: moment, units: 400, shipped: 600 }, 'promise.delivered': { units: 600 }, 'promise.overdue': { due: day, units: 600 }, 'promise.late': { consignments: ['C1', 'C2'] }, 'promise.not-planned': { units: 600, reasons: [phrase('missing.held', { units: 600 })] },
  'missing.held': { units: 600 }, 'missing.quarantined': { units: 600 }, 'missing.left-behind': { units: 600 }, 'missing.overflow': { units: 600 }, 'missing.not-consigned': { units: 600 }, 'missing.lost': { units: 600 },
  'promise.after-due': { by: moment, due: day }, 'promise.arrived': { units: 600 }, 'promise.expected': { by: moment }, 'promise.planned': { landed: 800_000, promised: 2_000_000, by: moment, due: day },
  'contradiction.amounts': { pledge, item, amounts: [1_800_000, 2_000_000] }, 'contradiction.two-totals': { author: 'A foundation', item, amounts: [1_800_000, 2_000_000] }, 'contradiction.arrivals': { pledge, item, told: 2_800_000, promised: 2_000_000 },
  'contradiction.ledger': { item, told: [300_000], landed: 287_450 }, 'contradiction.shipment': { shipment: 'CK217', item, ways: 3 }, 'contradiction.way': { pledge, place: hub, others: [place], units: 500_000 }, 'contradiction.counts': { area: to, of: 'deaths', day, counts: [13, 14] },
  'settle.amounts': {}, 'settle.two-totals': {}, 'settle.arrivals': {}, 'settle.ledger': {}, 'settle.shipment': {}, 'settle.way': {}, 'settle.counts': {},
  'price.run': { run, of: 'weight', euros, carton: { euros: 2 } }, 'price.handling': { place, day, euros }, 'price.lot': { lot, euros }, 'price.need': { item, place, until: moment, euros }, 'price.floor': { recipient, share, euros },
  'if.unfrozen': {}, 'if.without-departure': { run }, 'if.another-carton': { lot, place }, 'if.another-route': { cartons: 5, route: runs }, 'if.border-open': { rule, from, to }, 'if.paper-held': { paper, rule }, 'if.earmark-open': { bond: phrase('bond.earmark', { earmark }), recipient },
  'alert.late-flight': { consignment: 'F4' }, 'alert.late-flight.text': { place: hub, planned: moment, expected: moment }, 'alert.late-dispatch': { dispatch: 'D7', recipient }, 'alert.late-dispatch.text': { planned: moment, early: moment, late: moment }, 'alert.discrepancy': { lot: 'LOT-A' }, 'alert.short.text': { units: 1, item, found: 9 }, 'alert.surplus.text': { units: 600, item, found: 9 }, 'alert.beyond-pledge.text': { units: 600, item },
  'alert.paper': { area: { area: AreaCode.parse('CH') } }, 'alert.paper.text': { paper, kinds: 2 }, 'alert.closed': { area: { area: AreaCode.parse('CH') } }, 'alert.closed.text': { kinds: 1, until: moment }, 'alert.held': { lot: 'LOT-A' }, 'alert.quarantined': { lot: 'LOT-A' }, 'alert.waits.text': { units: 600, item },
  'alert.overflow': { consignment: 'F5' }, 'alert.overflow.text': { cartons: 251, units: 600, item, limit: phrase('load.volume', { takes: { m3: 760.1 }, holds: { m3: 736 } }) }, 'alert.out-of-stock': { recipients: 1 }, 'alert.out-of-stock.text': { recipient, units: 600, item }, 'alert.stock-out': { recipient, item }, 'alert.stock-out.text': { units: 600, at: moment },
  'alert.at-risk': { pledge: 'P1' }, 'alert.broken': { pledge: 'P1' }, 'alert.undelivered.text': { units: 600, item }, 'alert.letter.one': { operation: 'Liège', what: phrase('alert.held', { lot: 'LOT-A' }) }, 'alert.letter.many': { operation: 'Liège', n: 12 }, 'alert.letter.cleared': { operation: 'Liège', n: 1 },
  'alert.letter.test': { operation: 'Liège' }, 'alert.letter.test.text': { operation: 'Liège' }, 'alert.letter.as-of': { operation: 'Liège', at: moment }, 'alert.letter.worse': { what: phrase('alert.held', { lot: 'LOT-A' }) }, 'alert.letter.by': { at: moment }, 'alert.letter.over': {}, 'alert.letter.more': { n: 950 },
  'alert.request': { recipient }, 'alert.request.text': { units: 600, item, more: 2, answered: true },
  'request.above-band': { asked: 5000, item, low: 630, high: 770 }, 'request.below-band': { asked: 20, item, low: 630, high: 770 }, 'request.inside': overlap, 'request.inside-waiting': overlap, 'request.beside': { ...overlap, area: to }, 'request.holds': overlap, 'request.again': { ...overlap, request: 'RQ-1' }, 'request.again-partly': { ...overlap, request: null }, 'request.again-waiting': { ...overlap, request: null },
  'alert.letter.all': { url: 'https://airbridge.example.org/alerts?op=A' }, 'alert.letter.why': { url: 'https://airbridge.example.org/alerts?op=A' },
  'then.none': { what, limit: 'the solver found no plan' }, 'then.way': { euros, later: { hours: -9 } },
  'then.plan': { what, way: phrase('then.way', { euros, later: { hours: -9 } }), objective: { euros: 120 }, worst: { points: 0 }, need: { points: 0.02 }, cost: { euros: -40 }, last: { hours: 12 } },
  'goods.units': { least: 500_000, most: 500_000, rounding: 'about', unit: 'pieces', item }, 'goods.weight': { weight: { tonnes: 31 }, rounding: 'exactly', item: null }, 'goods.words': { words: 'thousands', item }, 'goods.share': { share: 'large-part', item: null }, 'goods.some': { item },
  'claim.promise': { donor: 'Foundation', goods: masks, areas: [from, to], firmness: 'planned', days: [day] }, 'claim.arrival': { goods: masks, areas: [to], at: hub, from: place, firmness: 'done', days: [day, day] }, 'claim.destination': { goods: phrase('goods.share', { share: 'rest', item }), areas: [to], firmness: 'done' },
  'claim.further-flights': { firmness: 'planned', days: [day] }, 'claim.route': { goods: masks, via: hub, modes: ['rail', 'air'], firmness: 'planned' }, 'claim.support': { donor: 'Foundation', areas: [from, to] }, 'claim.count': { of: 'deaths', count: 6705, rounding: 'exactly', areas: [to], days: [day], source: 'an agency' },
  'claim.estimate': { of: 'cases', words: 'hundreds of thousands', areas: [] }, 'claim.shortage': { item, areas: [to] }, 'claim.denial': { of: 'arrival', item, areas: [to] },
  'stance.same-figure': { pledge, units: 2_000_000 }, 'stance.other-figure': { pledge, units: 2_000_000, claimed: 1_800_000 }, 'stance.part': { pledge, units: 2_000_000 }, 'stance.more-than-promised': { pledge, units: 10, claimed: 20 }, 'stance.no-figure': { pledge }, 'stance.denied': { pledge }, 'stance.not-firm': { pledge },
  'stance.about': { pledge }, 'stance.same-text': { pledge }, 'stance.several': { pledges: [pledge, PledgeId.parse('P2')] }, 'stance.other-donor': { donor: 'Red Cross' }, 'stance.no-pledge': {},
  'diary.goods': goods.with, 'diary.pledged': { donor: 'A foundation', goods, scope: from }, 'diary.amended': { pledge: 'P1', goods, reason: 'counted again' }, 'diary.withdrawn': { pledge: 'P1', item, reason: 'sold' }, 'diary.took-off': { consignment: 'F1', from: place, to: hub },
  'diary.landed': { consignment: 'F1', place: hub, goods: [goods] }, 'diary.sent': { goods: [goods], place: hub, recipient }, 'diary.received': { recipient, goods }, 'diary.refused': { recipient, goods }, 'diary.lost': { goods, how: 'seized' },
  'diary.corrected': { reason: 'entered twice' }, 'diary.corrected-number': { before: 600, after: 500, reason: 'counted again' }, 'diary.landing': { consignment: 'F2', place: hub, goods: [] }, 'diary.arriving': { recipient, goods: [goods] },
  'announce.headline': { ...promise, landed: figure, state: 'part' }, 'announce.place': { place: hub, day, at: moment }, 'announce.promised': { ...promise, donor: 'A foundation' }, 'announce.verdict': { verdict: 'on-course', by: moment, due: day }, 'announce.parts': { parts: [phrase('announce.part', { figure, state: 'delivered', place: hub })] },
  'announce.part': { figure, state: 'at-hub', place: hub }, 'announce.outstanding': { outstanding: figure }, 'announce.lost': { lost: figure }, 'announce.surplus': { surplus: figure }, 'announce.need': { area: to, perDay: figure, item, reported: moment, days: { ...figure, value: 3.1, unit: 'days' } },
  'announce.countries': { countries: [phrase('announce.country', { area: to, bound: figure, delivered: figure })] }, 'announce.country': { area: to, bound: figure, delivered: null }, 'announce.other': { ...promise, landed: figure, donor: 'A foundation' }, 'announce.said': { author: 'A paper', said: figure, on: moment, accepted: figure },
  'announce.thanks': { donors: ['A foundation'] }, 'announce.sources': { link: 'https://example.org/p/x' }, 'announce.post': { ...promise, landed: figure, share: { ...figure, value: 40, unit: 'percent' } }, 'announce.correction': { at: moment }, 'announce.was': { what: whatFigure, was: figure, now: figure }, 'announce.gone': { what: whatFigure, was: figure },
  'announce.what': whatFigure.with, 'announce.because': { reason: 'Counted again' },
  'hub.first': { hubs: [hub], euros, second: [place], margin: { euros: 270_000 }, share: { share: 0.0018 } }, 'hub.first-by': { hubs: [hub, place], by: 'cost', second: [place] }, 'hub.only': { hubs: [hub] }, 'hub.close': { hubs: [hub], rivals: [phrase('hub.hubs', { hubs: [place] })], same: false }, 'hub.hubs': { hubs: [hub, place] }, 'hub.own-first': { hub, of: 12 }, 'hub.own': { hub, rank: 3, of: 12 },
  'hub.beside-own': { hubs: [hub, place], hub, less: { euros: 240_000 }, share: { share: 0.0016 } }, 'hub.best-by': { by: 'hours', hubs: [place] }, 'hub.against': { hubs: [hub], rivals: [place], wins: [phrase('hub.sooner', { hours: { hours: 6 }, place })], loses: [phrase('hub.euros', { euros })] }, 'hub.same': { hubs: [hub], rivals: [place] },
  'hub.sooner': { hours: { hours: 6 }, place }, 'hub.mean': { hours: { hours: 1.5 } }, 'hub.euros': { euros }, 'hub.co2': { tonnes: { tonnes: 1.2 } }, 'hub.cover': { points: { points: 0.003 } }, 'hub.waiting': { hours: { hours: 9 } }, 'hub.no-rail': { hubs: [place] },
  'hub.unconnected': { hubs: [hub], gateways: [place] }, 'hub.over-budget': { hubs: [hub], euros, budget: { euros: 1000 } }, 'hub.shock': { shock: 'border-shut', area: to, first: [hub], least: [place] }, 'hub.screened': { sets: 220, planned: 20 },
  'hub.holds': { assumption: phrase('hub.assumption', { name: 'roadKmPerHour', place: null }), from: { measure: 35, unit: 'km/h' }, until: { measure: 140, unit: 'km/h' }, hub: [hub] },
  'hub.turns': { assumption: phrase('hub.assumption', { name: 'dwellMinutes', place: hub }), now: { measure: 360, unit: 'min' }, at: { measure: 431.2, unit: 'min' }, change: { share: 0.198 }, hub: [place], holds: true }, 'hub.assumption': { name: 'detour', place: hub },
};
const ALL = Object.entries(EACH).map(([code, values]) => ({ say: code, with: values }) as Phrase);

describe.each(Object.entries(LANGUAGES))('in %s', (_, language) => {
  test.each(ALL.map((each) => [each.say, each] as const))('%s is said whole', (_code, each) => {
    const text = say(each, language);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object|Infinity/);
    expect(text).toMatch(/\p{L}/u);
    expect(text).not.toMatch(/ {2}|\s$|^\s/);
    for (const value of Object.values(each.with)) if (typeof value === 'string' && /[A-Z]/.test(value)) expect(text).toContain(value);
  });
});

describe('a language writes', () => {
  test('numbers, money, shares, hours and moments its own way', () => {
    const said = phrase('weighed.dearer', EACH['weighed.dearer']);
    expect(say(said, english)).toBe('By T1 and R2 there is room and the cartons would be there 1 hour earlier, but that counts €5.00 a carton more in cost and CO₂, and the hours are worth €0.50: it would pay if that way counted €4.50 less.');
    expect(say(said, french)).toContain(`1${NO_BREAK}heure plus tôt, mais ce trajet compte 5,00${NO_BREAK}€ de plus par carton`);
    expect(say(phrase('line.gets', EACH['line.gets']), english)).toBe('Lombardia gets 41 cartons of surgical masks by road from Liège to Milano (T1), then by rail to Milano (R2), handed over on Tue 17 March, 08:05 local time.');
    expect(say(phrase('line.gets', EACH['line.gets']), french)).toBe(`Lombardia${NO_BREAK}: 41 cartons de masques chirurgicaux par la route, Liège – Milano (T1), puis par le rail jusqu’à Milano (R2)${NO_BREAK}; remise le mardi 17 mars à 8${NO_BREAK}h${NO_BREAK}05, heure locale.`);
  });

  test.each([[1, '1 carton of surgical masks is left', 'Il reste 1 carton de masques'], [2, '2 cartons of surgical masks are left', 'Il reste 2 cartons de masques']])('%d with the words that go with it', (cartons, inEnglish, inFrench) => {
    const said = phrase('short.full', { ...EACH['short.full'], cartons });
    expect(say(said, english)).toContain(inEnglish);
    expect(say(said, french)).toContain(inFrench);
  });

  test('a million in French with its « de »', () => expect(say(phrase('promise.delivered', { units: 1_000_000 }), french)).toBe(`Les 1${NO_BREAK}000${NO_BREAK}000 d’unités ont été livrées.`));

  test('no space in French that could break before a mark', () => {
    for (const each of ALL) expect(say(each, french)).not.toMatch(/[ \u202F](?=[:;?!»%€])|« /);
  });

  test('the first four of a list, and how many more', () => {
    const charters = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => CharterId.parse(id));
    expect(say(phrase('short.charters', { charters }), english)).toContain('A, B, C, D and 2 more');
    expect(say(phrase('short.charters', { charters }), french)).toContain('A, B, C, D et 2 autres');
  });

  test('what a page has its own name for by that name', () => {
    const called = { recipient: () => 'Lombardie', item: () => 'masques' };
    expect(say(phrase('line.gets', EACH['line.gets']), french, called)).toContain(`Lombardie${NO_BREAK}: 41 cartons de masques par la route`);
  });
});

describe('a phrase of another version', () => {
  test('is told by the English that was recorded with it', () => {
    expect(saidOr('as it was', undefined, french)).toEqual({ text: 'as it was', tag: 'en' });
    const unknown = JSON.parse('{ "say": "line.from-the-future", "with": {} }') as Phrase;
    expect(saidOr('as it was', [unknown], french)).toEqual({ text: 'as it was', tag: 'en' });
    expect(saidOr('as it was', [phrase('short.covered', {})], french)).toEqual({ text: 'Le besoin est entièrement couvert.', tag: 'fr' });
  });
});
