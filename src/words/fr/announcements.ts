// French for claims that were read out of an announcement. A country stands after « pour » or a colon, so that no article has to agree.

import type { Area, Day, ItemNamed, PlaceNamed } from '../../domain/phrase.ts';
import type { Pen, WordsOf } from '../language.ts';

const ROUNDING = { exactly: '', about: 'environ ', nearly: 'près de ', 'more-than': 'plus de ', 'at-least': 'au moins ', 'up-to': 'jusqu’à ', between: '' } as const;
const PORTION = { 'large-part': 'une grande partie', part: 'une partie', half: 'la moitié', rest: 'le reste', all: 'la totalité' } as const;
const MODE = { air: 'par avion', rail: 'par rail', road: 'par route', sea: 'par mer' } as const;
const COUNTED = { deaths: 'décès', cases: 'cas' } as const;
const MOST_AREAS = 12;

const named = (item: ItemNamed | null, { write }: Pen): string => (item === null ? 'biens' : write(item));
const where = (areas: readonly Area[], { list }: Pen): string => (areas.length === 0 ? '' : `, pour : ${list(areas, MOST_AREAS)}`);
const when = ([first, last]: readonly Day[], { write }: Pen): string => (first === undefined ? '' : last === undefined ? ` (${write(first)})` : ` (${write(first)} – ${write(last)})`);
const place = (at: PlaceNamed | null, before: string, { write }: Pen): string => (at === null ? '' : `, ${before} : ${write(at)}`);

export const announcements = {
  'goods.units': ({ least, most, rounding, unit, item }, pen) => `${ROUNDING[rounding]}${least === most ? pen.write(least) : `${pen.write(least)} à ${pen.write(most)}`} ${unit === 'packages' ? `colis de ${named(item, pen)}` : item === null ? 'unités' : named(item, pen)}`,
  'goods.weight': ({ weight, rounding, item }, pen) => `${ROUNDING[rounding]}${pen.write(weight)} de ${named(item, pen)}`,
  'goods.words': ({ words, item }, pen) => `« ${words} », ${named(item, pen)}`,
  'goods.share': ({ share, item }, pen) => `${PORTION[share]} des ${named(item, pen)}`,
  'goods.some': ({ item }, pen) => named(item, pen),
  'claim.promise': ({ donor, goods, areas, firmness, days }, pen) => `${{ done: 'Don fait', planned: 'Don promis', possible: 'Don possible' }[firmness]} : ${pen.write(goods)}${where(areas, pen)}${donor === null ? '' : `, par : ${donor}`}${when(days, pen)}.`,
  'claim.arrival': ({ goods, areas, at, from, firmness, days }, pen) => `${{ done: 'Arrivée', planned: 'Arrivée attendue', possible: 'Arrivée rapportée au conditionnel' }[firmness]} : ${pen.write(goods)}${place(at, 'lieu', pen)}${place(from, 'provenance', pen)}${where(areas, pen)}${when(days, pen)}.`,
  'claim.destination': ({ goods, areas, firmness }, pen) => `${firmness === 'possible' ? 'Destination possible' : 'Destination'} : ${pen.write(goods)}${where(areas, pen)}.`,
  'claim.further-flights': ({ firmness, days }, pen) => `${firmness === 'possible' ? 'D’autres vols pourraient suivre' : 'D’autres vols sont attendus'}${when(days, pen)}.`,
  'claim.route': ({ goods, via, modes, firmness }, pen) => `${firmness === 'possible' ? 'Passage possible' : 'Passage'} par ${pen.write(via)} : ${pen.write(goods)}${modes.length === 0 ? '' : `, puis ${[...new Set(modes.map((mode) => MODE[mode]))].join(' ou ')}`}.`,
  'claim.support': ({ donor, areas }, pen) => `Soutien annoncé${donor === null ? '' : ` par ${donor}`}${where(areas, pen)}.`,
  'claim.count': ({ of: what, count, rounding, areas, days, source }, pen) => `Décompte officiel${when(days, pen)} : ${ROUNDING[rounding]}${pen.write(count)} ${COUNTED[what]}${areas.length === 0 ? '' : `, ${pen.list(areas, MOST_AREAS)}`}${source === null ? '' : ` (source : ${source})`}.`,
  'claim.estimate': ({ of: what, words, areas }, pen) => `Estimation, et non décompte : « ${words} », ${COUNTED[what]}${areas.length === 0 ? '' : `, ${pen.list(areas, MOST_AREAS)}`}.`,
  'claim.shortage': ({ item, areas }, pen) => `Pénurie : ${named(item, pen)}${areas.length === 0 ? '' : `, ${pen.list(areas, MOST_AREAS)}`}.`,
  'claim.denial': ({ of: what, item, areas }, pen) =>
    `${{ promise: 'Il est dit qu’aucun don n’a été fait', arrival: 'Il est dit que rien n’est arrivé', shortage: 'Une pénurie est démentie', statement: 'C’est démenti, ou non confirmé' }[what]}${item === null && areas.length === 0 ? '' : ` : ${[item === null ? null : named(item, pen), areas.length === 0 ? null : pen.list(areas, MOST_AREAS)].filter((part) => part !== null).join(', ')}`}.`,
  'stance.same-figure': ({ pledge, units }, { write }) => `Le chiffre est celui de ${pledge} : ${write(units)}.`,
  'stance.other-figure': ({ pledge, units, claimed }, { write }) => `Le chiffre est ${write(claimed)} ; ${pledge} est de ${write(units)}.`,
  'stance.part': ({ pledge, units }, { write }) => `C’est une part des ${write(units)} de ${pledge}.`,
  'stance.more-than-promised': ({ pledge, units, claimed }, { write }) => `${write(claimed)}, c’est plus que les ${write(units)} de ${pledge}.`,
  'stance.no-figure': ({ pledge }) => `Il est question de ${pledge}, sans chiffre.`,
  'stance.denied': ({ pledge }) => `Cela dément ce que dit ${pledge}.`,
  'stance.not-firm': ({ pledge }) => `Il est question de ${pledge}, mais rien n’est ferme.`,
  'stance.about': ({ pledge }) => `Il est question de ${pledge}, sans le confirmer ni le démentir.`,
  'stance.same-text': ({ pledge }) => `Le même texte annonce ${pledge}.`,
  'stance.several': ({ pledges }, { list }) => `Il peut s’agir de ${list(pledges)} : choisissez.`,
  'stance.other-donor': ({ donor }) => `${donor} n’est pas un donateur de cette opération.`,
  'stance.no-pledge': () => 'Aucune promesse de cette opération n’en parle.',
} satisfies WordsOf<'goods' | 'claim' | 'stance'>;
