// English for what does not agree among claims, pledge and ledger, and for what would settle it.

import type { WordsOf } from '../language.ts';

export const contradictions = {
  'contradiction.amounts': ({ pledge, item, amounts }, { list, write }) => `${list(amounts, 9)} ${write(item)} are told of ${pledge}.`,
  'contradiction.two-totals': ({ author, item, amounts }, { list, write }) => `${author} names ${list(amounts, 9)} ${write(item)} in one announcement.`,
  'contradiction.arrivals': ({ pledge, item, told, promised }, { write }) => `Reported arrivals come to ${write(told)} ${write(item)}; ${pledge} promises ${write(promised)}.`,
  'contradiction.ledger': ({ item, told, landed }, { list, write }) => `${list(told)} ${write(item)} are told to have landed; the ledger has ${write(landed)}.`,
  'contradiction.shipment': ({ shipment, item, ways }, { write }) => `Shipment ${shipment}${item === null ? '' : ` of ${write(item)}`} is told in ${write(ways)} ways.`,
  'contradiction.way': ({ pledge, place, others, units }, { list, write }) => `All of ${pledge} was to pass through ${write(place)}; ${write(units)} units go to ${list(others)}.`,
  'contradiction.counts': ({ area, of, day, counts }, { list, write }) => `${area === null ? 'The world' : write(area)}, ${of} on ${write(day)}: ${list(counts, 9)}, each by its source and hour.`,
  'settle.amounts': () => 'The latest announcement by the donor, or a written confirmation of the amount.',
  'settle.two-totals': () => 'A question to whoever announced it: which of the figures is the total.',
  'settle.arrivals': () => 'The waybills: which of the loads belong to this pledge, and which to others.',
  'settle.ledger': () => 'The tally of the shipment, held against what was reported.',
  'settle.shipment': () => 'The waybill of the shipment, or the receipt where it arrived.',
  'settle.way': () => 'The route on the waybills, and whether the donor still means what was announced.',
  'settle.counts': () => 'Nothing: counts differ by source and hour. Name both with the figure.',
} satisfies WordsOf<'contradiction' | 'settle'>;
