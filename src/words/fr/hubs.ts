// French for the choice of a hub. Airports stand without an article; what is compared comes after « de ».

import type { AssumptionName } from '../../domain/hub/hub-phrases.ts';
import type { Measure, PlaceNamed } from '../../domain/phrase.ts';
import type { Pen, WordsOf } from '../language.ts';

const ASSUMPTIONS: Readonly<Record<AssumptionName, string>> = {
  detour: 'le détour des routes',
  roadKmPerHour: 'la vitesse des camions',
  roadHoursAtEnds: 'les heures de chargement et de déchargement des camions',
  crewDrivingHours: 'les heures de conduite d’un équipage de deux',
  crewRestHours: 'les heures de repos d’un équipage de deux',
  roadEurosPerKm: 'le prix d’un camion',
  truckChargeableKg: 'la charge d’un camion',
  roadCo2: 'le CO₂ des camions',
  railKmPerRoadKm: 'le détour des voies ferrées',
  railKmPerHour: 'la vitesse des trains de fret',
  railHoursAtEnds: 'les heures aux terminaux ferroviaires',
  railEurosPerTkm: 'le prix du rail',
  railEurosPerPallet: 'le prix des manutentions aux terminaux ferroviaires',
  railCo2: 'le CO₂ des trains de fret',
  airKmPerHour: 'la vitesse des vols courts',
  airHoursBlock: 'les heures de roulage et de montée',
  airHoursAtEnds: 'les heures aux deux bouts d’un vol court',
  airEurosPerKg: 'le prix des vols courts',
  airCo2: 'le CO₂ des vols courts',
  airFromRoadKm: 'la distance à partir de laquelle on réexpédie par avion',
  longHaulKmPerHour: 'la vitesse des vols longs',
  dwellMinutes: 'le temps jusqu’au pointage des marchandises',
  palletsPerHour: 'les palettes traitées par heure',
};
const BEST = { cost: 'le moins cher', hours: 'le plus rapide', co2: 'le plus sobre en CO₂', coverage: 'la meilleure couverture moyenne' } as const;

const all = (places: readonly PlaceNamed[], { list }: Pen): string => list(places, 9);
const inFrench = ({ measure, unit }: Measure): Measure => ({ measure, unit: unit.replace('pallets', 'palettes').replace('pallet', 'palette') });

export const hubs = {
  'hub.first': ({ hubs: first, euros, second, margin, share }, pen) => `${all(first, pen)} ${verb(first, 'vient', 'viennent')} en tête : ce que le plan laisse sans réponse, en retard, dépensé et émis compte ${pen.write(euros)}, soit ${pen.write(margin)} (${tenths(share.share)}) de moins qu’avec ${all(second, pen)}.`,
  'hub.first-by': ({ hubs: first, by, second }, pen) => `${all(first, pen)} : ${BEST[by]}, devant ${all(second, pen)}.`,
  'hub.close': ({ hubs: first, rivals, same }, pen) => `Les plans comptent en cartons entiers ; ce que cela laisse ouvert dépasse l’écart avec ${pen.list(rivals)} ; ${same ? `par les bornes démontrées, ${all(first, pen)} ${verb(first, 'vient', 'viennent')} aussi en tête` : 'par les bornes démontrées, un autre vient en tête : à tenir pour égaux'}.`,
  'hub.hubs': ({ hubs: own }, pen) => all(own, pen),
  'hub.only': ({ hubs: first }, pen) => `${all(first, pen)} : c’est le seul choix.`,
  'hub.own-first': ({ hub, of }, { write }) => `L’affirmation tient : sur ${write(of)} choix, le hub de l’opération, ${write(hub)}, est le meilleur.`,
  'hub.own': ({ hub, rank, of }, { write }) => `L’affirmation ne tient pas : le hub de l’opération, ${write(hub)}, est numéro ${write(rank)} sur ${write(of)}.`,
  'hub.beside-own': ({ hubs: first, hub, less, share }, pen) => `${all(first, pen)} ensemble comptent ${pen.write({ euros: Math.abs(less.euros) })} (${tenths(Math.abs(share.share))}) de ${less.euros >= 0 ? 'moins' : 'plus'} que ${pen.write(hub)} seul.`,
  'hub.best-by': ({ by, hubs: best }, pen) => `${capital(BEST[by])} : ${all(best, pen)}.`,
  'hub.against': ({ hubs: first, rivals, wins, loses }, pen) => {
    if (wins.length === 0) return `Face à ${all(rivals, pen)}, ${all(first, pen)} ${verb(first, 'perd', 'perdent')} ${pen.list(loses, 9)}.`;
    return `${all(first, pen)} ${verb(first, 'l’emporte', 'l’emportent')} sur ${all(rivals, pen)} : gain de ${pen.list(wins, 9)}${loses.length === 0 ? '' : `, perte de ${pen.list(loses, 9)}`}.`;
  },
  'hub.same': ({ hubs: first, rivals }, pen) => `Rien de ce qui est mesuré ici ne distingue ${all(rivals, pen)} de ${all(first, pen)}.`,
  'hub.sooner': ({ hours, place }, { write }) => `${write(hours)} vers ${write(place)}`,
  'hub.mean': ({ hours }, { write }) => `${write(hours)} en moyenne par carton`,
  'hub.euros': ({ euros }, { write }) => `${write(euros)} de transport`,
  'hub.co2': ({ tonnes }, { write }) => `${write(tonnes)} de CO₂`,
  'hub.cover': ({ points }, { write }) => `${write(points)} point de couverture moyenne`,
  'hub.waiting': ({ hours }, { write }) => `${write(hours)} d’attente avant l’atterrissage`,
  'hub.no-rail': ({ hubs: own }, pen) => `Aucun train de fret ne charge à ${all(own, pen)}.`,
  'hub.unconnected': ({ hubs: own, gateways }, pen) => `Aucune liaison ne mène de ${all(own, pen)} à ${pen.list(gateways)}.`,
  'hub.over-budget': ({ hubs: own, euros, budget }, pen) => `Avec ${all(own, pen)}, le transport coûte ${pen.write(euros)}, plus que le budget de ${pen.write(budget)}.`,
  'hub.shock': ({ shock, area, first, least }, pen) => {
    const what = shock === 'hub-closed' ? 'Si le hub ferme deux jours' : shock === 'rail-strike' ? 'Si aucun train de fret ne roule' : `Si les frontières ferment une semaine (${area === null ? 'pays' : pen.write(area)})`;
    return `${what}, ${all(first, pen)} ${verb(first, 'vient', 'viennent')} en tête ; le moins touché : ${all(least, pen)}.`;
  },
  'hub.screened': ({ sets, planned }, { write }) => `Sur ${write(sets)} ensembles de hubs, les ${write(planned)} qui desservent les plateformes au moindre coût ont été planifiés en entier.`,
  'hub.holds': ({ assumption, from, until, hub }, pen) => `${capital(pen.write(assumption))} : de ${pen.write(inFrench(from))} à ${pen.write(inFrench(until))}, ${all(hub, pen)} ${verb(hub, 'reste', 'restent')} en tête.`,
  'hub.turns': ({ assumption, now, at, change, hub, holds }, pen) => `${capital(pen.write(assumption))} : à ${pen.write(inFrench(at))} (aujourd’hui ${pen.write(inFrench(now))}, ${change.share > 0 ? '+' : '−'}${tenths(Math.abs(change.share))}), ${all(hub, pen)} ${verb(hub, 'passe', 'passent')} en tête${holds ? '' : ' ; replanifié à 1 % de part et d’autre, le seuil ne tient pas : à prendre comme un ordre de grandeur'}.`,
  'hub.assumption': ({ name, place }, { write }) => (place === null ? ASSUMPTIONS[name] : `${ASSUMPTIONS[name]} à ${write(place)}`),
} satisfies WordsOf<'hub'>;

const verb = (places: readonly PlaceNamed[], one: string, other: string): string => (places.length === 1 ? one : other);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const PERCENT = new Intl.NumberFormat('fr', { style: 'percent', maximumSignificantDigits: 2 });
const tenths = (share: number): string => PERCENT.format(share);
