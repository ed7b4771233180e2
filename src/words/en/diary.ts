// English for the days of the public page and its feeds.

import type { WordsOf } from '../language.ts';

const LOST = { short: 'missing', damaged: 'damaged', lost: 'lost', seized: 'seized', recalled: 'recalled', destroyed: 'destroyed' } as const;

export const diary = {
  'diary.goods': ({ units, item }, { write }) => `${write(units)} ${write(item)}`,
  'diary.pledged': ({ donor, goods, scope }, { write }) => `${donor} promises ${write(goods)} for ${write(scope)}.`,
  'diary.amended': ({ pledge, goods, reason }, { write }) => `Promise ${pledge} now stands at ${write(goods)}: ${reason}`,
  'diary.withdrawn': ({ pledge, item, reason }, { write }) => `What is outstanding of promise ${pledge} (${write(item)}) is withdrawn: ${reason}`,
  'diary.took-off': ({ consignment, from, to }, { write }) => `${consignment} leaves ${write(from)} for ${write(to)}.`,
  'diary.landed': ({ consignment, place, goods }, { write, list }) => `${consignment} arrives at ${write(place)}${goods.length === 0 ? '' : ` with ${list(goods, 3)}`}.`,
  'diary.sent': ({ goods, place, recipient }, { write, list }) => `${list(goods, 3)} leave ${write(place)} for ${write(recipient)}.`,
  'diary.received': ({ recipient, goods }, { write }) => `${write(recipient)} receives ${write(goods)}.`,
  'diary.refused': ({ recipient, goods }, { write }) => `${write(recipient)} refuses ${write(goods)}.`,
  'diary.lost': ({ goods, how }, { write }) => `${write(goods)}: ${LOST[how]}.`,
  'diary.corrected': ({ reason }) => `Corrected: ${reason}`,
  'diary.corrected-number': ({ before, after, reason }, { write }) => `Corrected from ${write(before)} to ${write(after)}: ${reason}`,
  'diary.landing': ({ consignment, place, goods }, { write, list }) => `${consignment} is to arrive at ${write(place)}${goods.length === 0 ? '' : ` with ${list(goods, 3)}`}.`,
  'diary.arriving': ({ recipient, goods }, { write, list }) => `${list(goods, 3)} are to reach ${write(recipient)}.`,
} satisfies WordsOf<'diary'>;
