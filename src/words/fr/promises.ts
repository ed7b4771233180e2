// French for the verdicts on promises, for prices, and for what would be otherwise.

import type { Forms, Pen, WordsOf } from '../language.ts';
import { CARTONS, POINTS } from './plans.ts';

const UNITS: Forms = { one: 'unité', many: 'd’unités', other: 'unités' };
const ARE: Forms = { one: 'est', other: 'sont' };
const ONE_MORE = { weight: 'un kg de plus', volume: 'un m³ de plus', places: 'une place de palette de plus' } as const;

export const promises = {
  'promise.withdrawn': ({ at, units, shipped }, { zoned, counted, form, write }) => {
    const on = at === null ? '' : ` le ${zoned(at)}`;
    if (units === undefined || shipped === undefined) return `Le donateur l’a retirée${on} alors que des unités restaient dues.`;
    return `Le donateur a retiré ${counted(units, UNITS)}${on} avant ${form(units, { one: 'son', other: 'leur' })} expédition ; ${shipped === 0 ? 'rien n’était parti' : form(shipped, { one: 'l’unité déjà partie suit son chemin', other: `les ${write(shipped)} déjà parties suivent leur chemin` })}.`;
  },
  'promise.delivered': ({ units }, { counted, form }) => `${form(units, { one: 'L’unité promise a été livrée', other: `Les ${counted(units, UNITS)} ont été livrées` })}.`,
  'promise.overdue': ({ due, units }, { write, counted, form }) => `L’échéance était le ${write(due)} ; ${counted(units, UNITS)} ${form(units, { one: 'n’a pas été livrée', other: 'n’ont pas été livrées' })}.`,
  'promise.late': ({ consignments }, { list, form }) => `${form(consignments.length, { one: 'L’envoi', other: 'Les envois' })} ${list(consignments)} ${form(consignments.length, { one: 'est attendu et n’est pas arrivé', other: 'sont attendus et ne sont pas arrivés' })}.`,
  'promise.not-planned': ({ units, reasons }, { write, counted }) =>
    `Le plan n’en livre pas ${counted(units, UNITS)} : ${reasons.length === 0 ? 'les destinataires n’ont pas besoin de plus à temps, ou les départs ne peuvent en prendre plus' : reasons.map(write).join(' ; ')}.`,
  'missing.held': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, { one: 'est retenue', other: 'sont retenues' })} par la douane`,
  'missing.quarantined': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, ARE)} en quarantaine`,
  'missing.left-behind': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, { one: 'est restée', other: 'sont restées' })} à quai au départ du vol`,
  'missing.overflow': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, { one: 'ne tient pas', other: 'ne tiennent pas' })} dans l’avion prévu`,
  'missing.not-consigned': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, { one: 'ne figure', other: 'ne figurent' })} encore sur aucun envoi`,
  'missing.lost': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, { one: 'a été perdue et n’a pas été remplacée', other: 'ont été perdues et n’ont pas été remplacées' })}`,
  'promise.after-due': ({ by, due }, { write, zoned }) => `Le plan en livre la dernière unité le ${zoned(by)}, après l’échéance du ${write(due)}.`,
  'promise.arrived': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, { one: 'est arrivée', other: 'sont arrivées' })} à destination ; la réception n’est pas encore signalée.`,
  'promise.planned': ({ landed, promised, by, due }, { write, counted, zoned, form }) => {
    const start = landed === 0 ? 'Rien n’a encore atterri ; le plan livre le tout' : landed === promised ? `${form(landed, { one: 'L’unité promise a atterri', other: `Les ${counted(landed, UNITS)} ont atterri` })} ; le plan livre le reste` : `${counted(landed, UNITS)} sur ${write(promised)} ${form(landed, { one: 'a atterri', other: 'ont atterri' })} ; le plan livre le reste`;
    return `${start}${by === null ? '' : ` d’ici le ${zoned(by)}`}${due === null ? ' ; aucune échéance n’a été donnée' : `, avant l’échéance du ${write(due)}`}.`;
  },
  'promise.expected': ({ by }, { zoned }) => `Attendu d’ici le ${zoned(by)}.`,
} satisfies WordsOf<'promise' | 'missing'>;

const hours = (n: number, { write }: Pen): string => (n === 0 ? 'à la même heure' : `${write({ hours: Math.abs(n) })} plus ${n > 0 ? 'tard' : 'tôt'}`);
const points = (n: number, { write, form }: Pen): string => `${write({ points: Math.abs(n) })} ${form(Math.abs(n) * 100, POINTS)} de besoin ${n > 0 ? 'de plus' : 'de moins'}`;

export const explanations = {
  'price.run': ({ run, of, euros, carton }, { write }) => `${run} est plein : ${ONE_MORE[of]} y réduirait l’objectif de ${write(euros)} au plus ; la place d’un tel carton vaut ${write(carton)}.`,
  'price.handling': ({ place, day, euros }, { write }) => `La manutention à ${write(place)} le ${write(day)} est saturée : une palette de plus réduirait l’objectif de ${write(euros)} au plus.`,
  'price.lot': ({ lot, euros }, { write }) => (euros.euros === 0 ? `Le lot ${lot} suffit : un carton de plus ne change rien.` : `Un carton de plus du lot ${lot}, là où il se trouve, réduirait l’objectif de ${write(euros)} au plus.`),
  'price.need': ({ item, place, until, euros }, { write }) => `Une unité de plus (${write(item)}) à ${write(place)}${until === null ? '' : ` avant le ${write(until)}`} compte ${write(euros)}, son plancher mis à part.`,
  'price.floor': ({ share, euros }, { write }) => `La couverture égale tient ce besoin à ${write(share)} ; chaque point de pourcentage en coûte ${write(euros)} aux autres.`,
  'if.unfrozen': () => 'Si la ligne n’était pas figée',
  'if.without-departure': ({ run }) => `Sans le départ ${run}`,
  'if.another-carton': ({ lot, place }, { write }) => `Avec un carton de plus du lot ${lot} à ${write(place)}`,
  'if.another-route': ({ cartons, route }, { counted, list, form }) => `${form(cartons, { one: 'Si son', other: 'Si ses' })} ${counted(cartons, CARTONS)} ${form(cartons, { one: 'passait', other: 'passaient' })} par ${list(route)}`,
  'if.border-open': ({ rule, from, to }, { write }) => `Si la règle ${rule} ne fermait pas la frontière ${write(from)} → ${write(to)}`,
  'if.paper-held': ({ paper, rule }, { write }) => `Avec le document « ${write(paper)} » (règle ${rule})`,
  'if.earmark-open': ({ bond }, { write }) => `Si ${write(bond)} comprenait aussi ce destinataire`,
  'then.none': ({ what, limit }, { write }) => `${write(what)}, il n’y a pas de plan : ${limit}.`,
  'then.plan': ({ what, way, objective, worst, need, cost, last }, pen) => {
    const { write, signed } = pen;
    return `${write(what)} : ${[
      ...(way === null ? [] : [write(way)]),
      objective.euros === 0 ? 'l’objectif est le même' : `l’objectif est ${objective.euros > 0 ? 'plus haut' : 'plus bas'} de ${write({ euros: Math.abs(objective.euros) })}`,
      worst.points === 0 ? 'les moins couverts restent où ils sont' : `les moins couverts ont ${points(worst.points, pen)}`,
      need.points === 0 ? 'ce besoin reste où il est' : `ce besoin a ${points(need.points, pen)}`,
      `coût ${signed(cost)}`,
      ...(last.hours === 0 ? [] : [`le dernier carton arrive ${hours(last.hours, pen)}`]),
    ].join(' ; ')}.`;
  },
  'then.way': ({ euros, later }, pen) => `le trajet lui-même coûte ${pen.signed(euros)} et arrive ${hours(later.hours, pen)}`,
} satisfies WordsOf<'price' | 'if' | 'then'>;
