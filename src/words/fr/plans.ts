// French for the phrases of a plan: why a line is as it is, why a need stays short, what to know besides. A recipient may be
// called by a country, which would want its article: so its name stands alone, and elsewhere it is « ce destinataire ».

import type { Euros, Value } from '../../domain/phrase.ts';
import type { Forms, Pen, WordsOf } from '../language.ts';

/** `many` is a million: « 1 000 000 de cartons ». */
export const CARTONS: Forms = { one: 'carton', many: 'de cartons', other: 'cartons' };
export const POINTS: Forms = { one: 'point', other: 'points' };
const UNITS: Forms = { one: 'unité', many: 'd’unités', other: 'unités' };
export const BY = { road: 'par la route', rail: 'par le rail', air: 'par avion', sea: 'par mer' } as const;
const LIMITS = { weight: 'poids', volume: 'volume', places: 'places de palette' } as const;
const KEPT = { ambient: 'à température ambiante', cool: 'au frais', frozen: 'congelés' } as const;

/** « de masques », « d’équipements »: before a vowel, and before what sounds like one. */
export const of = (noun: string): string => (/^[aeiouyâàéèêëîïôœûh]/i.test(noun) ? `d’${noun}` : `de ${noun}`);
const ofItem = (item: Value, write: (value: Value) => string): string => of(write(item));

export const parts = {
  'limit.run': ({ run, of: which }) => `${run} (${LIMITS[which]})`,
  'limit.handling': ({ place, day }, { write }) => `la manutention à ${write(place)} le ${write(day)}`,
  'leg.first': ({ mode, from, to, run }, { write }) => `${BY[mode]}, ${write(from)} – ${write(to)} (${run})`,
  'leg.next': ({ mode, to, run }, { write }) => `puis ${BY[mode]} jusqu’à ${write(to)} (${run})`,
  'rule.paper': ({ paper, rule }, { write }) => `il y faut un document que personne ne détient, « ${write(paper)} » (règle ${rule})`,
  'rule.closed': ({ rule, from, to, until }, { write }) => `la règle ${rule} ferme la frontière ${write(from)} → ${write(to)}${until === null ? '' : ` jusqu’au ${write(until)}`}`,
  'bond.scope': ({ pledge }) => `le périmètre de la promesse ${pledge}`,
  'bond.earmark': ({ earmark }) => `l’affectation ${earmark}`,
  'lot.expires': ({ lot, at }, { write }) => `${lot} périme le ${write(at)}`,
  'lot.cartons': ({ cartons, lot }, { counted }) => `${counted(cartons, CARTONS)} du lot ${lot}`,
  'load.volume': ({ takes, holds }, { write }) => `le chargement occupe ${write(takes)} et l’avion en contient ${write(holds)}`,
  'load.positions': ({ needs, has }, { write }) => `le chargement prend ${write(needs)} positions et l’avion en a ${write(has)}`,
  'load.weight': ({ weighs, payload }, { write }) => `le chargement pèse ${write(weighs)} pour une charge utile de ${write(payload)}`,
} satisfies WordsOf<'limit' | 'leg' | 'rule' | 'bond' | 'lot' | 'load'>;

const priceOf = ({ euros }: Euros, write: (value: Value) => string): string => (euros === 0 ? 'compte autant en coût et CO₂' : `compte ${write({ euros: Math.abs(euros) })} ${euros > 0 ? 'de plus' : 'de moins'} par carton en coût et CO₂`);

export const lines = {
  'line.gets': ({ recipient, cartons, item, route, arrives }, { write, counted }) => `${write(recipient)} : ${counted(cartons, CARTONS)} ${ofItem(item, write)} ${route.map(write).join(', ')} ; remise le ${write(arrives)}, heure locale.`,
  'line.lies': ({ recipient, cartons, item, place, from }, { write, counted }) => `${write(recipient)} : ${counted(cartons, CARTONS)} ${ofItem(item, write)} à prendre en charge sur place, à ${write(place)}, dès le ${write(from)}, heure locale.`,
  'line.frozen': ({ recipient, cartons, item, lot, pledge, route }, { write, counted }) =>
    `Ligne figée par une décision humaine : le plan la prend telle quelle, avant toute autre chose. ${write(recipient)} : ${counted(cartons, CARTONS)} ${ofItem(item, write)}, lot ${lot} de la promesse ${pledge}, ${route.length === 0 ? 'remis sur place' : route.map(write).join(', ')}.`,
  'line.cover': ({ share, more, worst }, { write, form }) => {
    const added = more.points === 0 ? '' : ` ; un carton de plus à cette heure ajouterait ${write(more)} ${form(more.points * 100, POINTS)}${worst ? ', et personne de ceux que l’on peut atteindre n’a moins' : ''}`;
    return `En tout, ce besoin est couvert à temps à ${write(share)}${added}.`;
  },
  'line.bound': ({ earmark, pledge, recipients }, { write }) => `L’affectation ${earmark} de la promesse ${pledge} réserve le lot à ${recipients === 1 ? 'ce seul destinataire' : `${write(recipients)} destinataires, dont celui-ci`}.`,
  'line.free': ({ pledge }) => `Le lot est un stock libre de la promesse ${pledge}.`,
  'line.scope': ({ pledge }) => `Le lot relève de la promesse ${pledge}, dont le périmètre comprend ce destinataire.`,
  'line.kept': ({ kept, cartons, price }, { write }) => `Elle valait déjà ainsi, et l’on agit d’après elle : ${kept === cartons ? 'tous ses' : `${write(kept)} de ses`} ${write(cartons)} cartons restent. Chaque carton retiré compte ${write(price)}.`,
  'line.pallets': ({ run, pallets, filled, shared }, { write, counted }) => `Sur ${run}, elle est chargée${shared ? ', avec d’autres marchandises qui continuent avec elle,' : ''} sur ${counted(pallets, { one: 'palette entière', other: 'palettes entières' })} ; les marchandises en remplissent ${write(filled)}.`,
  'line.announced': ({ place, at }, { write }) => `Il est annoncé à ${write(place)} pour le ${write(at)}, heure locale.`,
  'weighed.none': ({ from, place }, { write }) => `Aucun autre trajet autorisé où il reste de la place ne mène de ${write(from)} à ${write(place)}.`,
  'weighed.later': ({ route, arrives, later, euros }, { write, list }) => {
    const when = later.hours === 0 ? 'arrive à la même heure' : `arrive ${write(later)} plus tard, le ${write(arrives)},`;
    return `Aucun trajet autorisé n’arrive plus tôt ; le meilleur après lui, par ${list(route)}, ${when} et ${priceOf(euros, write)}.`;
  },
  'weighed.full': ({ route, earlier, full, euros }, { write, list }) => `C’est le premier trajet où il reste de la place : par ${list(route)}, qui ${priceOf(euros, write)}, les cartons arriveraient ${write(earlier)} plus tôt, mais c’est plein : ${list(full)}.`,
  'weighed.holders': ({ recipients, worth }, { write, list }) => `Cette place vaut davantage pour d’autres (${list(recipients)}) : un carton de plus à cet endroit réduirait l’objectif de ${write(worth)} au plus.`,
  'weighed.dearer': ({ route, earlier, euros, gained }, { write, list }) =>
    `Par ${list(route)} il reste de la place et les cartons arriveraient ${write(earlier)} plus tôt, mais ce trajet ${priceOf(euros, write)}, et ces heures ${gained.euros < 0.005 ? 'ne valent rien ici' : `en valent ${write(gained)}`} : il vaudrait la peine s’il comptait ${write({ euros: euros.euros - Math.max(0, gained.euros) })} de moins.`,
  'weighed.same': ({ route, earlier }, { write, list }) => `Par ${list(route)} il reste de la place et les cartons arriveraient ${write(earlier)} plus tôt, pour pas plus que ces heures ne valent : l’objectif ne départage pas les deux trajets, ou les cartons entiers ont laissé cette place.`,
} satisfies WordsOf<'line' | 'weighed'>;

const left = (cartons: number, item: Value, { write, counted }: Pen): string =>
  `Il reste ${counted(cartons, CARTONS)} ${ofItem(item, write)}`;

export const needs = {
  'short.covered': () => 'Le besoin est entièrement couvert.',
  'short.none': ({ item }, { write }) => `Il n’y a pas ${ofItem(item, write)}, ni en stock ni en annonce.`,
  'short.bound': ({ units, item, bonds }, { write, list, counted, form }) => `${form(units, { one: 'La seule unité', other: `Les ${counted(units, UNITS)}` })} ${ofItem(item, write)} ${form(units, { one: 'est réservée', other: 'sont réservées' })} à d’autres : ${list(bonds)}.`,
  'short.no-departure': ({ starts, place, until }, { write, list }) => `Aucun départ de ${list(starts)} n’atteint ${write(place)} avant l’horizon du plan (${write(until)}).`,
  'short.not-kept': ({ place, temperature }, { write }) => `Aucune suite de départs vers ${write(place)} ne garde les biens ${KEPT[temperature]}.`,
  'short.barred': ({ place, rules }, { write }) => `Toute voie vers ${write(place)} est barrée à une frontière : ${rules.map(write).join(' ; ')}.`,
  'short.forbidden': ({ place, runs }, { write, list, form }) => `Toute voie vers ${write(place)} est interdite à ce destinataire par une décision humaine : ${form(runs.length, { one: 'départ', other: 'départs' })} ${list(runs)}.`,
  'short.expired': ({ item, lots }, { write, list }) => `Tout lot ${ofItem(item, write)} qui peut aller à ce destinataire serait périmé à la remise (${list(lots)}).`,
  'short.late': () => `Rien ne peut parvenir à ce destinataire avant la fin de la période demandée.`,
  'short.supply': ({ units, item, asked }, { write, counted, form }) =>
    `L’offre est insuffisante : ${counted(units, UNITS)} ${ofItem(item, write)} ${form(units, { one: 'peut', other: 'peuvent' })} aller à ce destinataire, et ceux qui y ont droit en demandent ${write(asked)} ; tout est distribué.`,
  'short.equal': ({ share }, { write }) => `La couverture égale laisse ce destinataire à ${write(share)} à temps : davantage serait pris à qui n’a pas plus, ou entamerait un carton.`,
  'short.severity': ({ share }, { write }) => `Les besoins les plus graves sont passés d’abord ; ce destinataire en a ${write(share)} à temps.`,
  'short.relief': ({ share }, { write }) => `Elle est allée là où elle soulage le plus ; ce destinataire en a ${write(share)} à temps.`,
  'short.full': ({ cartons, item, place, limits }, pen) => `${left(cartons, item, pen)}, mais tout ce qui mène à ${pen.write(place)} est plein : ${pen.list(limits, 6)}.`,
  'short.charters': ({ charters }, { list }) => `L’affrètement ${list(charters)} apporterait moins qu’il ne coûte.`,
  'short.unfit': ({ cartons, item, reasons }, pen) => `${left(cartons, item, pen)}, mais ${pen.list(reasons)} ; tout autre stock qui peut y aller est distribué.`,
  'short.not-worth': ({ cartons, item, route, euros, relieves }, { write, counted, form, list }) =>
    `${counted(cartons, CARTONS)} ${ofItem(item, write)} ${form(cartons, { one: 'pourrait', other: 'pourraient' })} encore partir, mais un de plus, ${route.length === 0 ? 'remis sur place' : `par ${list(route)}`}, compte ${write(euros)} en coût et CO₂ et soulage de ${write(relieves)}.`,
  'short.left': ({ cartons, item, route }, { write, counted, form, list }) =>
    `${counted(cartons, CARTONS)} ${ofItem(item, write)} ${form(cartons, { one: 'pourrait', other: 'pourraient' })} encore partir (${route.length === 0 ? 'remis sur place' : `par ${list(route)}`}) ; les cartons entiers et les trajets du plan ${form(cartons, { one: 'le', other: 'les' })} laissent là.`,
  'unfit.barred': ({ starts, place, rules }, { write, list }) => `aucun départ autorisé ne porte à ${write(place)} ce qui se trouve à ${list(starts)}${rules.length === 0 ? '' : ` (${rules.map(write).join(' ; ')})`}`,
  'unfit.expired': ({ starts }, { list }) => `ce qui se trouve à ${list(starts)} serait périmé à la remise`,
  'unfit.no-room': () => 'le reste ne trouve aucune suite de départs où il y ait de la place',
} satisfies WordsOf<'short' | 'unfit'>;

const cannotGo = (place: string, units: number, form: (n: number, forms: Forms) => string): string => `à ${place} et ne ${form(units, { one: 'peut', other: 'peuvent' })} être ${form(units, { one: 'planifiée', other: 'planifiées' })} avant d’en sortir`;

export const changes = {
  'change.off': ({ recipient, off, cartons, lot, route }, { write, list, counted }) => `${write(recipient)} : sur ${counted(cartons, CARTONS)} du lot ${lot} qui valaient ${route.length === 0 ? 'sur place' : `par ${list(route)}`}, le plan en retire ${write(off)}.`,
  'change.gains': ({ gains, price }, { write }) => `Chacun réduit d’au moins ${write(gains)} ce que compte le reste du plan, pour un changement qui compte ${write(price)}.`,
  'change.whole': () => 'Ils resteraient si l’on pouvait partager les cartons : les cartons entiers, ou les parts que fixe la couverture égale, les écartent.',
  'change.no-way': () => 'Ils ne peuvent plus prendre ce trajet, ou rien n’y est demandé qu’ils puissent servir.',
  'change.near': ({ price }, { write }) => `Ce que cela apporte ailleurs a été pesé face aux ${write(price)} par carton que compte le changement, à l’écart près du plan.`,
} satisfies WordsOf<'change'>;

export const notes = {
  'note.unreachable': ({ item, recipients }, { write, list }) =>
    `Rien ne peut parvenir à temps ${recipients.length === 1 ? 'à ce destinataire' : 'à ces destinataires'} : ${list(recipients)} (${write(item)}). La couverture égale laisse ${recipients.length === 1 ? 'ce besoin' : `ces ${write(recipients.length)} besoins`} hors de ses niveaux.`,
  'note.levels': ({ within }, { write }) => `À cette taille de réseau, les parts que donne la couverture égale sont fixées à ${write(within)} du besoin près.`,
  'note.below': ({ below, all, most }, { write, form }) => `Les cartons entiers laissent ${write(below)} ${form(below, { one: 'besoin', other: 'besoins' })} sur ${write(all)} sous la part que la couverture égale donne en fractions de carton, de ${write(most)} du besoin au plus.`,
  'note.expiring': ({ cartons, item, place, lots }, { write, list, counted, form }) => `${counted(cartons, CARTONS)} ${ofItem(item, write)} à ${write(place)} ${form(cartons, { one: 'périme', other: 'périment' })} avant l’horizon sans trouver d’usage (lots ${list(lots)}).`,
  'note.overflow': ({ consignment, left: behind, limit }, { write, list }) => `L’envoi ${consignment} déborde : ${list(behind)} n’y tiennent pas (${write(limit)}). Il leur faut un autre vol ; ils ne sont pas planifiés.`,
  'note.broken-carton': ({ lot, units }, { counted, form }) => `Lot ${lot} : ${counted(units, UNITS)} d’un carton entamé ${form(units, { one: 'n’est pas planifiée ; libérez-la', other: 'ne sont pas planifiées ; libérez-les' })} à la main.`,
  'note.held': ({ lot, units, place }, { write, counted, form }) => `Lot ${lot} : ${counted(units, UNITS)} ${form(units, { one: 'est retenue', other: 'sont retenues' })} par la douane ${cannotGo(write(place), units, form)}.`,
  'note.quarantined': ({ lot, units, place }, { write, counted, form }) => `Lot ${lot} : ${counted(units, UNITS)} ${form(units, { one: 'est', other: 'sont' })} en quarantaine ${cannotGo(write(place), units, form)}.`,
  'note.recalled': ({ lot, units }, { counted, form }) => `Lot ${lot} : ${counted(units, UNITS)} ${form(units, { one: 'est rappelée et ne peut être planifiée', other: 'sont rappelées et ne peuvent être planifiées' })} avant la levée du rappel.`,
  'note.left-behind': ({ lot, units, consignment, at }, { zoned, counted, form }) =>
    `Lot ${lot} : ${counted(units, UNITS)} ${form(units, { one: 'est restée', other: 'sont restées' })} à quai au départ de l’envoi ${consignment}, le ${zoned(at)} ; aucun autre vol n’est annoncé pour ${form(units, { one: 'elle', other: 'elles' })}.`,
  'note.forbidden': ({ run, lot, recipient, reason }, { write }) => `Départ ${run} interdit${lot === null ? '' : ` au lot ${lot}`}${recipient === null ? '' : ` (destinataire : ${write(recipient)})`} : ${reason.replace(/[.\s]+$/, '')}.`,
  'note.estimated': ({ recipients }, { list }) => `Aucune demande : ${list(recipients)}. Leur besoin est estimé d’après les décomptes de leur propre territoire ; une demande le remplace.`,
  'note.planned-again': ({ plan }) => `Refait, le plan est ${plan} : prix et variantes sont comparés à celui-là.`,
  'note.change': ({ cartons, kept, off, euros }, { write, counted }) => `Sur ${counted(cartons, CARTONS)} d’après lesquels on agit, ${write(kept)} restent comme ils valaient et ${write(off)} sont retirés, ce qui compte ${write(euros)} dans l’objectif, à part du coût.`,
} satisfies WordsOf<'note'>;
