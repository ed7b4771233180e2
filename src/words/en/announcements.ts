// English for claims that were read out of an announcement: what is claimed, and why it bears on a pledge.

import type { Area, Day, ItemNamed, PlaceNamed } from '../../domain/phrase.ts';
import type { Pen, WordsOf } from '../language.ts';

const ROUNDING = { exactly: '', about: 'about ', nearly: 'nearly ', 'more-than': 'more than ', 'at-least': 'at least ', 'up-to': 'up to ', between: '' } as const;
const PORTION = { 'large-part': 'a large part', part: 'a part', half: 'half', rest: 'the rest', all: 'all' } as const;
const MODE = { air: 'by air', rail: 'by rail', road: 'by road', sea: 'by sea' } as const;
const UNIT = { pieces: 'units', packages: 'packages' } as const;
const MOST_AREAS = 12;

const named = (item: ItemNamed | null, { write }: Pen): string => (item === null ? 'goods' : write(item));
/** Countries whose names have an article in a sentence. */
const WITH_THE = new Set(['US', 'GB', 'NL', 'PH', 'AE', 'CD', 'CG', 'DO', 'GM', 'BS', 'MV']);
const listed = (areas: readonly Area[], { list, write }: Pen): string => list(areas.map(({ area }) => `${WITH_THE.has(area) ? 'the ' : ''}${write({ area })}`), MOST_AREAS);
const where = (areas: readonly Area[], before: string, pen: Pen): string => (areas.length === 0 ? '' : ` ${before} ${listed(areas, pen)}`);
const when = ([first, last]: readonly Day[], before: string, { write }: Pen): string => (first === undefined ? '' : last === undefined ? ` ${before} ${write(first)}` : ` between ${write(first)} and ${write(last)}`);
const place = (at: PlaceNamed | null, before: string, { write }: Pen): string => (at === null ? '' : ` ${before} ${write(at)}`);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const announcements = {
  'goods.units': ({ least, most, rounding, unit, item }, pen) => `${ROUNDING[rounding]}${least === most ? pen.write(least) : `${pen.write(least)} to ${pen.write(most)}`} ${unit === 'packages' ? `packages of ${named(item, pen)}` : item === null ? UNIT[unit] : named(item, pen)}`,
  'goods.weight': ({ weight, rounding, item }, pen) => `${ROUNDING[rounding]}${pen.write(weight)} of ${named(item, pen)}`,
  'goods.words': ({ words, item }, pen) => `“${words}” ${named(item, pen)}`,
  'goods.share': ({ share, item }, pen) => `${PORTION[share]} of the ${named(item, pen)}`,
  'goods.some': ({ item }, pen) => named(item, pen),
  'claim.promise': ({ donor, goods, areas, firmness, days }, pen) => `${capital(pen.write(goods))} ${{ done: 'have been given', planned: 'will be given', possible: 'could be given' }[firmness]}${where(areas, 'to', pen)}${donor === null ? '' : ` by ${donor}`}${days.length === 0 ? '' : ` (${days.map(pen.write).join(' – ')})`}.`,
  'claim.arrival': ({ goods, areas, at, from, firmness, days }, pen) => `${capital(pen.write(goods))} ${{ done: 'have arrived', planned: 'are expected', possible: 'are said to have arrived' }[firmness]}${place(at, 'at', pen)}${place(from, 'from', pen)}${where(areas, 'for', pen)}${when(days, 'on', pen)}.`,
  'claim.destination': ({ goods, areas, firmness }, pen) => `${firmness === 'possible' ? 'It could go' : 'Meant'}${where(areas, firmness === 'possible' ? 'to' : 'for', pen)}: ${pen.write(goods)}.`,
  'claim.further-flights': ({ firmness, days }, pen) => `More ${firmness === 'possible' ? 'could follow' : 'is expected'}${when(days, 'by', pen)}.`,
  'claim.route': ({ goods, via, modes, firmness }, pen) => `${firmness === 'possible' ? 'It could pass' : 'By way of'}${firmness === 'possible' ? ' through' : ''} ${pen.write(via)}${modes.length === 0 ? '' : `, onward ${[...new Set(modes.map((mode) => MODE[mode]))].join(' or ')}`}: ${pen.write(goods)}.`,
  'claim.support': ({ donor, areas }, pen) => `${donor === null ? 'Support goes' : `${capital(donor)} gives support`}${where(areas, 'to', pen)}.`,
  'claim.count': ({ of, count, rounding, areas, days, source }, pen) => `Official count${where(areas, 'for', pen)}${when(days, 'of', pen)}: ${ROUNDING[rounding]}${pen.write(count)} ${of}${source === null ? '' : ` (source: ${source})`}.`,
  'claim.estimate': ({ of, words, areas }, pen) => `An estimate, not a count${where(areas, 'for', pen)}: “${words}”, ${of}.`,
  'claim.shortage': ({ item, areas }, pen) => `A shortage of ${named(item, pen)} is reported${where(areas, 'in', pen)}.`,
  'claim.denial': ({ of, item, areas }, pen) =>
    `${{ promise: 'It is said that no gift was made', arrival: 'It is said that nothing has arrived', shortage: 'A shortage is denied', statement: 'It is denied, or not confirmed' }[of]}${item === null && areas.length === 0 ? '' : `: ${[item === null ? null : named(item, pen), areas.length === 0 ? null : listed(areas, pen)].filter((part) => part !== null).join(', ')}`}.`,
  'stance.same-figure': ({ pledge, units }, { write }) => `It names the figure of ${pledge}, ${write(units)}.`,
  'stance.other-figure': ({ pledge, units, claimed }, { write }) => `It names ${write(claimed)}; ${pledge} stands at ${write(units)}.`,
  'stance.part': ({ pledge, units }, { write }) => `It is part of the ${write(units)} of ${pledge}.`,
  'stance.more-than-promised': ({ pledge, units, claimed }, { write }) => `${write(claimed)} are more than the ${write(units)} of ${pledge}.`,
  'stance.no-figure': ({ pledge }) => `It speaks of ${pledge} and names no figure.`,
  'stance.denied': ({ pledge }) => `It denies what ${pledge} says.`,
  'stance.not-firm': ({ pledge }) => `It speaks of ${pledge}, but is not firm.`,
  'stance.about': ({ pledge }) => `It speaks of ${pledge} and neither bears it out nor denies it.`,
  'stance.same-text': ({ pledge }) => `The same text announces ${pledge}.`,
  'stance.several': ({ pledges }, { list }) => `It could be about ${list(pledges)}: choose one.`,
  'stance.other-donor': ({ donor }) => `${donor} is no donor of this operation.`,
  'stance.no-pledge': () => 'No pledge of this operation is about that.',
} satisfies WordsOf<'goods' | 'claim' | 'stance'>;
