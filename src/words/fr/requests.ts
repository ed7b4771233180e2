// French for requests: what a line stands beside, and what is asked where its quantity does not fit the estimate.

import type { WordsOf } from '../language.ts';

export const requests = {
  'request.above-band': ({ asked, item, low, high }, { write }) => `Vous demandez ${write(asked)} pièces (${write(item)}). D’après les chiffres officiels, il en faudrait de ${write(low)} à ${write(high)} sur cette période. S’agit-il bien de ${write(asked)} pièces à l’unité, et pourquoi un tel besoin ?`,
  'request.below-band': ({ asked, item, low, high }, { write }) => `Vous demandez ${write(asked)} pièces (${write(item)}). D’après les chiffres officiels, il en faudrait de ${write(low)} à ${write(high)} sur cette période. S’agit-il de ${write(asked)} pièces à l’unité, ou de cartons ?`,
  'request.inside': ({ recipient, units, item, from, until }, { write }) => `Déjà compris dans la demande de ${write(recipient)} : ${write(units)} pièces (${write(item)}), du ${write(from)} au ${write(until)}. Compte à l’intérieur, ne s’y ajoute pas.`,
  'request.inside-waiting': ({ recipient, units, item, from, until }, { write }) => `${write(recipient)} demande ${write(units)} pièces (${write(item)}), du ${write(from)} au ${write(until)}, qui comprennent peut-être celles-ci ; cette demande attend encore.`,
  'request.beside': ({ recipient, units, item, from, until, area }, { write }) => `${write(recipient)} demande ${write(units)} pièces (${write(item)}) dans la même zone, ${write(area)}, du ${write(from)} au ${write(until)} : celles-ci en font-elles partie ?`,
  'request.holds': ({ recipient, units, item, from, until }, { write }) => `${write(recipient)}, qui se trouve dans cette zone, demande lui-même ${write(units)} pièces (${write(item)}), du ${write(from)} au ${write(until)}.`,
  'request.again': ({ units, item, from, until, request }, { write }) => `Remplace ses propres ${write(units)} pièces (${write(item)}), du ${write(from)} au ${write(until)}${request === null ? '' : `, ${request}`}.`,
  'request.again-partly': ({ units, item, from, until, request }, { write }) => `Compris en partie dans ses propres ${write(units)} pièces (${write(item)}), du ${write(from)} au ${write(until)}${request === null ? '' : `, ${request}`} : compte à l’intérieur, ne s’y ajoute pas.`,
  'request.again-waiting': ({ units, item, from, until, request }, { write }) => `Sa propre demande${request === null ? '' : ` ${request}`} de ${write(units)} pièces (${write(item)}), du ${write(from)} au ${write(until)}, attend encore.`,
} satisfies WordsOf<'request'>;
