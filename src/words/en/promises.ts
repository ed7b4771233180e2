// English for the verdicts on promises, for prices, and for what would be otherwise.

import type { Value } from '../../domain/phrase.ts';
import type { Forms, Pen, WordsOf } from '../language.ts';
import { CARTONS } from './plans.ts';

const UNITS: Forms = { one: 'unit', other: 'units' };
const HAVE: Forms = { one: 'has', other: 'have' };
const ARE: Forms = { one: 'is', other: 'are' };
const WERE: Forms = { one: 'was', other: 'were' };
const ONE_MORE = { weight: 'kg', volume: 'm³', places: 'pallet place' } as const;

export const promises = {
  'promise.withdrawn': ({ at, units, shipped }, { zoned, counted, form, write }) => {
    const on = at === null ? '' : ` on ${zoned(at)}`;
    if (units === undefined || shipped === undefined) return `The donor withdrew it${on} with units outstanding.`;
    return `The donor withdrew ${counted(units, UNITS)}${on} before ${form(units, { one: 'it was', other: 'they were' })} shipped; ${shipped === 0 ? 'nothing had left' : `the ${write(shipped)} that had left ${form(shipped, { one: 'goes', other: 'go' })} on`}.`;
  },
  'promise.delivered': ({ units }, { counted, form }) => `All ${counted(units, UNITS)} ${form(units, HAVE)} been delivered.`,
  'promise.overdue': ({ due, units }, { write, counted, form }) => `It was due on ${write(due)}; ${counted(units, UNITS)} ${form(units, HAVE)} not been delivered.`,
  'promise.late': ({ consignments }, { list, form }) => `Consignment ${list(consignments)} ${form(consignments.length, ARE)} due and ${form(consignments.length, HAVE)} not arrived.`,
  'promise.not-planned': ({ units, reasons }, { write, counted }) =>
    `The plan does not deliver ${counted(units, UNITS)} of it: ${reasons.length === 0 ? 'recipients need no more in time, or departures can take no more' : reasons.map(write).join('; ')}.`,
  'missing.held': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, ARE)} held by customs`,
  'missing.quarantined': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, ARE)} in quarantine`,
  'missing.left-behind': ({ units }, { counted }) => `${counted(units, UNITS)} stayed behind when their flight left`,
  'missing.overflow': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, { one: 'does', other: 'do' })} not fit on their flight`,
  'missing.not-consigned': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, ARE)} on no consignment yet`,
  'missing.lost': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, WERE)} lost and nobody has replaced them`,
  'promise.after-due': ({ by, due }, { write, zoned }) => `The plan delivers the last of it on ${zoned(by)}, after the due date ${write(due)}.`,
  'promise.arrived': ({ units }, { counted, form }) => `${counted(units, UNITS)} ${form(units, HAVE)} arrived where they were sent; their receipt has not been reported yet.`,
  'promise.planned': ({ landed, promised, by, due }, { write, counted, zoned, form }) => {
    const start = landed === 0 ? 'Nothing has landed yet; the plan delivers it' : landed === promised ? `All ${counted(landed, UNITS)} ${form(landed, HAVE)} landed; the plan delivers the rest` : `${write(landed)} of ${counted(promised, UNITS)} have landed; the plan delivers the rest`;
    return `${start}${by === null ? '' : ` by ${zoned(by)}`}${due === null ? '; no due date was named' : `, before the due date ${write(due)}`}.`;
  },
  'promise.expected': ({ by }, { zoned }) => `Expected by ${zoned(by)}.`,
} satisfies WordsOf<'promise' | 'missing'>;

const hours = (n: number, { write }: Pen): string => (n === 0 ? 'at the same hour' : `${write({ hours: Math.abs(n) })} ${n > 0 ? 'later' : 'earlier'}`);
const points = (n: number, write: (value: Value) => string): string => `${write({ points: Math.abs(n) })} points of need ${n > 0 ? 'more' : 'less'}`;

export const explanations = {
  'price.run': ({ run, of, euros, carton }, { write }) => `${run} is full: one more ${ONE_MORE[of]} on it takes at most ${write(euros)} off the objective; the room of one such carton is worth ${write(carton)}.`,
  'price.handling': ({ place, day, euros }, { write }) => `Handling at ${write(place)} on ${write(day)} is full: one more pallet takes at most ${write(euros)} off the objective.`,
  'price.lot': ({ lot, euros }, { write }) => (euros.euros === 0 ? `Of lot ${lot} there is enough: one more carton changes nothing.` : `One more carton of lot ${lot}, where it lies now, takes at most ${write(euros)} off the objective.`),
  'price.need': ({ item, place, until, euros }, { write }) => `One more unit of ${write(item)} at ${write(place)}${until === null ? '' : ` before ${write(until)}`} counts ${write(euros)}, its floor left aside.`,
  'price.floor': ({ recipient, share, euros }, { write }) => `Equal cover holds ${write(recipient)} at ${write(share)} of its need; each percentage point of that costs the others ${write(euros)}.`,
  'if.unfrozen': () => 'If the line were not frozen',
  'if.without-departure': ({ run }) => `Without departure ${run}`,
  'if.another-carton': ({ lot, place }, { write }) => `With one more carton of lot ${lot} at ${write(place)}`,
  'if.another-route': ({ cartons, route }, { counted, list }) => `If its ${counted(cartons, CARTONS)} went by ${list(route)}`,
  'if.border-open': ({ rule, from, to }, { write }) => `If rule ${rule} did not close the border from ${write(from)} to ${write(to)}`,
  'if.paper-held': ({ paper, rule }, { write }) => `With paper ${write(paper)} (rule ${rule})`,
  'if.earmark-open': ({ bond, recipient }, { write }) => `If ${write(bond)} took in ${write(recipient)} too`,
  'then.none': ({ what, limit }, { write }) => `${write(what)} there is no plan: ${limit}.`,
  'then.plan': ({ what, way, objective, worst, need, cost, last }, pen) => {
    const { write, signed } = pen;
    return `${write(what)}: ${[
      ...(way === null ? [] : [write(way)]),
      objective.euros === 0 ? 'the objective is the same' : `the objective is ${write({ euros: Math.abs(objective.euros) })} ${objective.euros > 0 ? 'higher' : 'lower'}`,
      worst.points === 0 ? 'the worst-off stay where they are' : `the worst-off have ${points(worst.points, write)}`,
      need.points !== 0 ? `this need has ${points(need.points, write)}` : worst.points === 0 ? 'so does this need' : 'this need stays where it is',
      `cost ${signed(cost)}`,
      ...(last.hours === 0 ? [] : [`the last carton comes ${hours(last.hours, pen)}`]),
    ].join('; ')}.`;
  },
  'then.way': ({ euros, later }, pen) => `the way itself costs ${pen.signed(euros)} and arrives ${hours(later.hours, pen)}`,
} satisfies WordsOf<'price' | 'if' | 'then'>;
