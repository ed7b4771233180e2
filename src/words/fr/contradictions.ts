// French for what does not agree among claims, pledge and ledger, and for what would settle it.

import type { WordsOf } from '../language.ts';

const COUNTED = { cases: 'cas', deaths: 'décès' } as const;

export const contradictions = {
  'contradiction.amounts': ({ pledge, item, amounts }, { list, write }) => `Pour ${pledge}, on annonce ${list(amounts, 9)} ${write(item)}.`,
  'contradiction.two-totals': ({ author, item, amounts }, { list, write }) => `Une même annonce (${author}) donne ${list(amounts, 9)} ${write(item)}.`,
  'contradiction.arrivals': ({ pledge, item, told, promised }, { write }) => `Les arrivées rapportées atteignent ${write(told)} ${write(item)} ; ${pledge} en promet ${write(promised)}.`,
  'contradiction.ledger': ({ item, told, landed }, { list, write }) => `On rapporte l’arrivée de ${list(told)} ${write(item)} ; le registre en compte ${write(landed)}.`,
  'contradiction.shipment': ({ shipment, item, ways }, { write }) => `L’envoi ${shipment}${item === null ? '' : ` (${write(item)})`} est raconté de ${write(ways)} façons.`,
  'contradiction.way': ({ pledge, place, others, units }, { list, write }) => `Tout ${pledge} devait passer par ${write(place)} ; ${write(units)} unités vont à ${list(others)}.`,
  'contradiction.counts': ({ area, of, day, counts }, { list, write }) => `${area === null ? 'Monde' : write(area)}, ${COUNTED[of]} au ${write(day)} : ${list(counts, 9)}, selon la source et l’heure.`,
  'settle.amounts': () => 'La dernière annonce du donateur, ou une confirmation écrite du montant.',
  'settle.two-totals': () => 'Une question à l’auteur de l’annonce : lequel des chiffres est le total.',
  'settle.arrivals': () => 'Les lettres de transport : quels chargements relèvent de cette promesse, et lesquels d’autres.',
  'settle.ledger': () => 'Le pointage de l’envoi, comparé à ce qui a été rapporté.',
  'settle.shipment': () => 'La lettre de transport de l’envoi, ou le reçu là où il est arrivé.',
  'settle.way': () => 'Le trajet porté sur les lettres de transport, et si le donateur maintient son annonce.',
  'settle.counts': () => 'Rien : les comptages diffèrent selon la source et l’heure. Citez les deux avec le chiffre.',
} satisfies WordsOf<'contradiction' | 'settle'>;
