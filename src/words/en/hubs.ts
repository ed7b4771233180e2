// English for the choice of a hub: which comes first, why, and what would change that.

import type { AssumptionName } from '../../domain/hub/hub-phrases.ts';
import type { PlaceNamed } from '../../domain/phrase.ts';
import type { Pen, WordsOf } from '../language.ts';

const ASSUMPTIONS: Readonly<Record<AssumptionName, string>> = {
  detour: 'the detour of roads',
  roadKmPerHour: 'the speed of trucks',
  roadHoursAtEnds: 'the hours of loading and unloading trucks',
  crewDrivingHours: 'the hours that two drivers may drive',
  crewRestHours: 'the hours that two drivers rest',
  roadEurosPerKm: 'the price of a truck',
  truckChargeableKg: 'the load of a truck',
  roadCo2: 'the CO₂ of trucks',
  railKmPerRoadKm: 'the detour of railways',
  railKmPerHour: 'the speed of goods trains',
  railHoursAtEnds: 'the hours at railway terminals',
  railEurosPerTkm: 'the price of rail',
  railEurosPerPallet: 'the price of lifts at railway terminals',
  railCo2: 'the CO₂ of goods trains',
  airKmPerHour: 'the speed of short flights',
  airHoursBlock: 'the hours of taxi and climb',
  airHoursAtEnds: 'the hours at the ends of a short flight',
  airEurosPerKg: 'the price of short flights',
  airCo2: 'the CO₂ of short flights',
  airFromRoadKm: 'the distance from which goods are flown on',
  longHaulKmPerHour: 'the speed of the long flights',
  dwellMinutes: 'the time until goods are tallied',
  palletsPerHour: 'the pallets handled an hour',
};
const BEST = { cost: 'cheapest', hours: 'fastest', co2: 'lowest in CO₂', coverage: 'best in mean cover' } as const;

const all = (places: readonly PlaceNamed[], { list }: Pen): string => list(places, 9);

export const hubs = {
  'hub.first': ({ hubs: first, euros, second, margin, share }, pen) => `${all(first, pen)} ${verb(first, 'comes', 'come')} first: what the plan leaves unserved, late, spent and emitted counts ${pen.write(euros)}, which is ${pen.write(margin)} (${tenths(share.share)}) less than with ${all(second, pen)}.`,
  'hub.first-by': ({ hubs: first, by, second }, pen) => `${all(first, pen)} ${verb(first, 'is', 'are')} ${BEST[by]}, before ${all(second, pen)}.`,
  'hub.close': ({ hubs: first, rivals, same }, pen) => `The plans are in whole cartons, and what those leave open is more than the difference to ${pen.list(rivals)}; by the proven bounds ${same ? `${all(first, pen)} ${verb(first, 'comes', 'come')} first as well` : 'another comes first, so take them as equals'}.`,
  'hub.hubs': ({ hubs: own }, pen) => all(own, pen),
  'hub.only': ({ hubs: first }, pen) => `${all(first, pen)} ${verb(first, 'is', 'are')} the only choice.`,
  'hub.own-first': ({ hub, of }, { write }) => `The claim holds: of ${write(of)} choices, the operation’s own hub ${write(hub)} is the best.`,
  'hub.own': ({ hub, rank, of }, { write }) => `The claim does not hold: the operation’s own hub ${write(hub)} is number ${write(rank)} of ${write(of)}.`,
  'hub.beside-own': ({ hubs: first, hub, less, share }, pen) => `${all(first, pen)} together count ${pen.write({ euros: Math.abs(less.euros) })} (${tenths(Math.abs(share.share))}) ${less.euros >= 0 ? 'less' : 'more'} than ${pen.write(hub)} alone.`,
  'hub.best-by': ({ by, hubs: best }, pen) => `${capital(BEST[by])}: ${all(best, pen)}.`,
  'hub.against': ({ hubs: first, rivals, wins, loses }, pen) => {
    const lost = loses.length === 0 ? '' : `loses ${pen.list(loses, 9)}`;
    if (wins.length === 0) return `Beside ${all(rivals, pen)}, ${all(first, pen)} ${lost}.`;
    return `${all(first, pen)} ${verb(first, 'beats', 'beat')} ${all(rivals, pen)} by ${pen.list(wins, 9)}${lost === '' ? '' : `, and ${verb(first, lost, lost.replace('loses', 'lose'))}`}.`;
  },
  'hub.same': ({ hubs: first, rivals }, pen) => `Nothing that is measured here tells ${all(rivals, pen)} from ${all(first, pen)}.`,
  'hub.sooner': ({ hours, place }, { write }) => `${write(hours)} to ${write(place)}`,
  'hub.mean': ({ hours }, { write }) => `${write(hours)} in the mean of all cartons`,
  'hub.euros': ({ euros }, { write }) => `${write(euros)} of transport`,
  'hub.co2': ({ tonnes }, { write }) => `${write(tonnes)} of CO₂`,
  'hub.cover': ({ points }, { write }) => `${write(points)} points of mean cover`,
  'hub.waiting': ({ hours }, { write }) => `${write(hours)} of waiting until flights may land`,
  'hub.no-rail': ({ hubs: own }, pen) => `No goods train loads at ${all(own, pen)}.`,
  'hub.unconnected': ({ hubs: own, gateways }, pen) => `No way leads from ${all(own, pen)} to ${pen.list(gateways)}.`,
  'hub.over-budget': ({ hubs: own, euros, budget }, pen) => `With ${all(own, pen)} transport costs ${pen.write(euros)}, more than the budget of ${pen.write(budget)}.`,
  'hub.shock': ({ shock, area, first, least }, pen) => {
    const what = shock === 'hub-closed' ? 'If the hub is closed for two days' : shock === 'rail-strike' ? 'If no goods train runs' : `If the borders of ${area === null ? 'that country' : pen.write(area)} are shut for a week`;
    return `${what}, ${all(first, pen)} ${verb(first, 'comes', 'come')} first, and it harms ${all(least, pen)} least.`;
  },
  'hub.screened': ({ sets, planned }, { write }) => `Of ${write(sets)} sets of hubs the ${write(planned)} that serve the gateways at least cost were planned whole.`,
  'hub.holds': ({ assumption, from, until, hub }, pen) => `${capital(pen.write(assumption))}: from ${pen.write(from)} to ${pen.write(until)}, ${all(hub, pen)} ${verb(hub, 'stays', 'stay')} first.`,
  'hub.turns': ({ assumption, now, at, change, hub, holds }, pen) => `${capital(pen.write(assumption))}: at ${pen.write(at)} (now ${pen.write(now)}, ${change.share > 0 ? '+' : '−'}${tenths(Math.abs(change.share))}) ${all(hub, pen)} ${verb(hub, 'comes', 'come')} first${holds ? '' : '; planned again at 1 % on either side, it does not hold, so take it as about'}.`,
  'hub.assumption': ({ name, place }, { write }) => (place === null ? ASSUMPTIONS[name] : `${ASSUMPTIONS[name]} at ${write(place)}`),
} satisfies WordsOf<'hub'>;

const verb = (places: readonly PlaceNamed[], one: string, other: string): string => (places.length === 1 ? one : other);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumSignificantDigits: 2 });
const tenths = (share: number): string => PERCENT.format(share);
