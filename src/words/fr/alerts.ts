// French for alerts: what needs a person, and the letter that says so.

import type { Forms, WordsOf } from '../language.ts';
import { CARTONS } from './plans.ts';

const UNITS: Forms = { one: 'unité', many: 'd’unités', other: 'unités' };
const KINDS: Forms = { one: 'type de marchandise', other: 'types de marchandise' };

export const alerts = {
  'alert.late-flight': ({ consignment }) => `${consignment} est en retard`,
  'alert.late-flight.text': ({ place, planned, expected }, { write, zoned }) => `Attendu à ${write(place)} le ${zoned(planned)}, il est maintenant prévu le ${zoned(expected)}.`,
  'alert.late-dispatch': ({ dispatch, recipient }, { write }) => `${dispatch} vers ${write(recipient)} est en retard`,
  'alert.late-dispatch.text': ({ planned, early, late }, { write, zoned }) => `Attendu le ${zoned(planned)}, il est maintenant prévu entre le ${write(early)} et le ${write(late)}.`,
  'alert.discrepancy': ({ lot }) => `Les comptes diffèrent pour ${lot}`,
  'alert.short.text': ({ units, item, found }, { write, counted }) => `${counted(units, UNITS)} de moins que l’envoi (${write(item)}) ; comptage : ${write(found)}.`,
  'alert.surplus.text': ({ units, item, found }, { write, counted }) => `${counted(units, UNITS)} de plus que l’envoi (${write(item)}) ; comptage : ${write(found)}.`,
  'alert.beyond-pledge.text': ({ units, item }, { write, counted }) => `${counted(units, UNITS)} de plus que la promesse (${write(item)}).`,
  'alert.paper': ({ area }, { write }) => `Document manquant pour ${write(area)}`,
  'alert.paper.text': ({ paper, kinds }, { write, counted, form }) => `${counted(kinds, KINDS)} ${form(kinds, { one: 'ne peut', other: 'ne peuvent' })} y entrer : le document « ${write(paper)} » est exigé et personne ne le détient.`,
  'alert.closed': ({ area }, { write }) => `Frontière fermée : ${write(area)}`,
  'alert.closed.text': ({ kinds, until }, { counted, zoned }) => `La frontière arrête ${counted(kinds, KINDS)}${until === null ? '' : ` jusqu’au ${zoned(until)}`}.`,
  'alert.held': ({ lot }) => `La douane retient ${lot}`,
  'alert.quarantined': ({ lot }) => `${lot} est en quarantaine`,
  'alert.waits.text': ({ units, item }, { write, counted, form }) => `${counted(units, UNITS)} (${write(item)}) ${form(units, { one: 'attend et ne peut être planifiée', other: 'attendent et ne peuvent être planifiées' })}.`,
  'alert.overflow': ({ consignment }) => `${consignment} dépasse la capacité de son avion`,
  'alert.overflow.text': ({ cartons, units, item, limit }, { write, counted, form }) => `${counted(cartons, CARTONS)} ${form(cartons, { one: 'reste', other: 'restent' })} à quai : ${counted(units, UNITS)}, dont ${write(item)}${limit === null ? '' : ` ; ${write(limit)}`}.`,
  'alert.out-of-stock': ({ recipients }, { counted }) => `${counted(recipients, { one: 'destinataire n’a', other: 'destinataires n’ont' })} plus de stock`,
  'alert.out-of-stock.text': ({ recipient, units, item }, { write, counted }) => `${write(recipient)} en premier : ${counted(units, UNITS)} par jour (${write(item)}), d’après le dernier relevé de stock.`,
  'alert.stock-out': ({ recipient, item }, { write }) => `Rupture prochaine : ${write(recipient)}, ${write(item)}`,
  'alert.stock-out.text': ({ units, at }, { counted, zoned }) => `Consommation : ${counted(units, UNITS)} par jour ; d’après le dernier relevé, le stock dure jusqu’au ${zoned(at)}.`,
  'alert.at-risk': ({ pledge }) => `La promesse ${pledge} est compromise`,
  'alert.broken': ({ pledge }) => `La promesse ${pledge} est rompue`,
  'alert.request': ({ recipient }, { write }) => `Une demande de ${write(recipient)} attend`,
  'alert.request.text': ({ units, item, more, answered }, { write, counted, form }) => `${answered ? 'La question a reçu une réponse. ' : ''}${counted(units, UNITS)} (${write(item)})${more === 0 ? '' : ` et ${write(more)} ${form(more, { one: 'autre article', other: 'autres articles' })}`} : accepter, demander une précision ou refuser.`,
  'alert.undelivered.text': ({ units, item }, { write, counted, form }) => `${counted(units, UNITS)} (${write(item)}) non ${form(units, { one: 'livrée', other: 'livrées' })}.`,
  'alert.letter.one': ({ operation, what }, { write }) => `${operation} : ${write(what)}`,
  'alert.letter.many': ({ operation, n }, { write }) => `${operation} : ${write(n)} points demandent une intervention`,
  'alert.letter.cleared': ({ operation, n }, { counted }) => `${operation} : ${counted(n, { one: 'alerte terminée', other: 'alertes terminées' })}`,
  'alert.letter.test': ({ operation }) => `${operation} : message d’essai`,
  'alert.letter.test.text': ({ operation }) => `Ceci est un essai. Les alertes de ${operation} arriveront par ce canal.`,
  'alert.letter.as-of': ({ operation, at }, { zoned }) => `${operation}, ${zoned(at)}.`,
  'alert.letter.worse': ({ what }, { write }) => `Aggravation : ${write(what)}`,
  'alert.letter.by': ({ at }, { zoned }) => `Agir avant le ${zoned(at)}.`,
  'alert.letter.over': () => 'Terminé :',
  'alert.letter.more': ({ n }, { counted }) => `Et ${counted(n, { one: 'autre', other: 'autres' })}.`,
  'alert.letter.all': ({ url }) => `Tout ce qui demande une intervention : ${url}`,
  'alert.letter.why': ({ url }) => `Quelqu’un a demandé à Airbridge d’écrire à cette adresse. Pour arrêter : ${url}`,
} satisfies WordsOf<'alert'>;
