// French for the days of the public page and its feeds.

import type { WordsOf } from '../language.ts';

const LOST = { short: 'manquants', damaged: 'abîmés', lost: 'perdus', seized: 'saisis', recalled: 'rappelés', destroyed: 'détruits' } as const;

export const diary = {
  'diary.goods': ({ units, item }, { write }) => `${write(units)} ${write(item)}`,
  'diary.pledged': ({ donor, goods, scope }, { write }) => `${donor} promet ${write(goods)} ; destination : ${write(scope)}.`,
  'diary.amended': ({ pledge, goods, reason }, { write }) => `La promesse ${pledge} porte désormais sur ${write(goods)} : ${reason}`,
  'diary.withdrawn': ({ pledge, item, reason }, { write }) => `Ce qui restait dû de la promesse ${pledge} (${write(item)}) est retiré : ${reason}`,
  'diary.took-off': ({ consignment, from, to }, { write }) => `${consignment} quitte ${write(from)} ; destination : ${write(to)}.`,
  'diary.landed': ({ consignment, place, goods }, { write, list }) => `Arrivée de ${consignment} à ${write(place)}${goods.length === 0 ? '' : ` : ${list(goods, 3)}`}.`,
  'diary.sent': ({ goods, place, recipient }, { write, list }) => `Départ de ${write(place)} : ${list(goods, 3)} ; destinataire : ${write(recipient)}.`,
  'diary.received': ({ recipient, goods }, { write }) => `Réception confirmée de ${write(goods)} ; destinataire : ${write(recipient)}.`,
  'diary.refused': ({ recipient, goods }, { write }) => `${write(recipient)} refuse ${write(goods)}.`,
  'diary.lost': ({ goods, how }, { write }) => `${write(goods)} : ${LOST[how]}.`,
  'diary.corrected': ({ reason }) => `Corrigé : ${reason}`,
  'diary.corrected-number': ({ before, after, reason }, { write }) => `Corrigé de ${write(before)} à ${write(after)} : ${reason}`,
  'diary.landing': ({ consignment, place, goods }, { write, list }) => `Arrivée attendue de ${consignment} à ${write(place)}${goods.length === 0 ? '' : ` : ${list(goods, 3)}`}.`,
  'diary.arriving': ({ recipient, goods }, { write, list }) => `Arrivée attendue : ${list(goods, 3)} ; destinataire : ${write(recipient)}.`,
} satisfies WordsOf<'diary'>;
