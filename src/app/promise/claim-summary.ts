// What a proposal says, in our words: a phrase made of its fields alone. Words of the text stand in it only where a figure has
// none but words.

import { type AreaCode, type ItemCode, PlaceCode } from '../../domain/ids.ts';
import { phrase, type Area, type Day, type ItemNamed, type Phrase, type PhraseOf, type PlaceNamed } from '../../domain/phrase.ts';
import type { Register } from '../../domain/register.ts';
import type { Fields, Proposal, Said } from '../../standards/announcements/shape.ts';

type Goods = PhraseOf<'goods.units' | 'goods.weight' | 'goods.words' | 'goods.share' | 'goods.some'>;

export function summaryOf({ kind, fields }: Proposal, known: Register): Phrase {
  const { donor, at, from, via, modes, source, measure, quantity, vague, denied } = fields;
  const areas = areasIn(fields.areas);
  const [firmness, days, goods, item] = [fields.certainty?.value ?? 'planned', daysIn(fields), goodsIn(fields, known), itemNamed(fields.item?.value.item, known)];
  const named = donor?.value.name ?? null;
  switch (kind) {
    case 'promise':
    case 'promise-total':
      return phrase('claim.promise', { donor: named, goods, areas, firmness, days });
    case 'arrival':
      return phrase('claim.arrival', { goods, areas, at: placeNamed(at, known), from: placeNamed(from, known), firmness, days });
    case 'destination':
      return phrase('claim.destination', { goods, areas, firmness });
    case 'further-flights':
      return phrase('claim.further-flights', { firmness, days });
    case 'route':
      return phrase('claim.route', { goods, via: placeNamed(via, known) ?? nowhere, modes: (modes ?? []).map(({ value }) => value), firmness });
    case 'support':
      return phrase('claim.support', { donor: named, areas });
    case 'count':
      return phrase('claim.count', { of: measure?.value ?? 'cases', count: quantity?.value.least ?? 0, rounding: quantity?.value.qualifier ?? 'exactly', areas, days, source: source?.value ?? null });
    case 'estimate':
      return phrase('claim.estimate', { of: measure?.value ?? 'cases', words: vague?.words ?? quantity?.words ?? '', areas });
    case 'shortage':
      return phrase('claim.shortage', { item, areas });
    case 'denial':
      return phrase('claim.denial', { of: denied?.value ?? 'statement', item, areas });
  }
}

/** A route is proposed only with a place. */
const nowhere: PlaceNamed = { place: PlaceCode.parse('XXXXX'), name: '–' };

const areasIn = (areas: readonly Said<AreaCode>[] | undefined): Area[] => (areas ?? []).map(({ value }) => ({ area: value }));
const daysIn = ({ date }: Fields): Day[] => (date === undefined ? [] : date.value.first === date.value.last ? [{ day: date.value.first }] : [{ day: date.value.first }, { day: date.value.last }]);
const itemNamed = (item: ItemCode | undefined, known: Register): ItemNamed | null => (item === undefined ? null : { item, name: known.items.get(item)?.name ?? item });
const placeNamed = (place: Said<PlaceCode> | undefined, known: Register): PlaceNamed | null => (place === undefined ? null : { place: place.value, name: known.places.get(place.value)?.name ?? place.value });

function goodsIn({ quantity, vague, share, item: said }: Fields, known: Register): Goods {
  const item = itemNamed(said?.value.item, known);
  if (quantity !== undefined) {
    const { least, most, qualifier: rounding, unit } = quantity.value;
    if (least === null || most === null) return phrase('goods.words', { words: quantity.words, item });
    if (unit === 'tonnes') return phrase('goods.weight', { weight: { tonnes: least }, rounding, item });
    if (unit === 'kilograms') return phrase('goods.weight', { weight: { tonnes: least / 1000 }, rounding, item });
    return phrase('goods.units', { least, most, rounding, unit, item });
  }
  if (vague !== undefined) return phrase('goods.words', { words: vague.words, item });
  return share !== undefined ? phrase('goods.share', { share: share.value, item }) : phrase('goods.some', { item });
}
