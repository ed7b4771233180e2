// English for the phrases of a plan: why a line is as it is, why a need stays short, what to know besides.

import type { Euros, Value } from '../../domain/phrase.ts';
import type { Forms, WordsOf } from '../language.ts';

export const CARTONS: Forms = { one: 'carton', other: 'cartons' };
const UNITS: Forms = { one: 'unit', other: 'units' };
const NEEDS: Forms = { one: 'need', other: 'needs' };
export const BY = { road: 'road', rail: 'rail', air: 'air', sea: 'sea' } as const;
export const LIMITS = { weight: 'weight', volume: 'volume', places: 'pallet places' } as const;
const KEPT = { ambient: 'ambient', cool: 'cool', frozen: 'frozen' } as const;

export const parts = {
  'limit.run': ({ run, of }) => `${run} (${LIMITS[of]})`,
  'limit.handling': ({ place, day }, { write }) => `handling at ${write(place)} on ${write(day)}`,
  'leg.first': ({ mode, from, to, run }, { write }) => `by ${BY[mode]} from ${write(from)} to ${write(to)} (${run})`,
  'leg.next': ({ mode, to, run }, { write }) => `then by ${BY[mode]} to ${write(to)} (${run})`,
  'rule.paper': ({ paper, rule }, { write }) => `it needs paper ${write(paper)} (rule ${rule}) that nobody holds`,
  'rule.closed': ({ rule, from, to, until }, { write }) => `rule ${rule} closes the border from ${write(from)} to ${write(to)}${until === null ? '' : ` until ${write(until)}`}`,
  'bond.scope': ({ pledge }) => `the scope of pledge ${pledge}`,
  'bond.earmark': ({ earmark }) => `earmark ${earmark}`,
  'lot.expires': ({ lot, at }, { write }) => `${lot} expires ${write(at)}`,
  'lot.cartons': ({ cartons, lot }, { counted }) => `${counted(cartons, CARTONS)} of lot ${lot}`,
  'load.volume': ({ takes, holds }, { write }) => `its load takes ${write(takes)} and it holds ${write(holds)}`,
  'load.positions': ({ needs, has }, { write }) => `its load takes ${write(needs)} positions and it has ${write(has)}`,
  'load.weight': ({ weighs, payload }, { write }) => `its load weighs ${write(weighs)} and its payload is ${write(payload)}`,
} satisfies WordsOf<'limit' | 'leg' | 'rule' | 'bond' | 'lot' | 'load'>;

const priceOf = ({ euros }: Euros, write: (value: Value) => string): string => (euros === 0 ? 'counts the same in cost and CO₂' : `counts ${write({ euros: Math.abs(euros) })} a carton ${euros > 0 ? 'more' : 'less'} in cost and CO₂`);

export const lines = {
  'line.gets': ({ recipient, cartons, item, route, arrives }, { write, counted }) => `${write(recipient)} gets ${counted(cartons, CARTONS)} of ${write(item)} ${route.map(write).join(', ')}, handed over on ${write(arrives)} local time.`,
  'line.lies': ({ recipient, cartons, item, place, from }, { write, counted }) => `${write(recipient)} takes over ${counted(cartons, CARTONS)} of ${write(item)} where they lie, at ${write(place)}, from ${write(from)} local time.`,
  'line.frozen': ({ recipient, cartons, item, lot, pledge, route }, { write, counted }) =>
    `Frozen by people: the plan takes it as it is, before anything else. ${write(recipient)} gets ${counted(cartons, CARTONS)} of ${write(item)}, lot ${lot} of pledge ${pledge}, ${route.length === 0 ? 'handed over where they lie' : route.map(write).join(', ')}.`,
  'line.cover': ({ share, more, worst }, { write }) => {
    const added = more.points === 0 ? '' : `; one more carton at that hour would add ${write(more)} points${worst ? ', and nobody within reach has less' : ''}`;
    return `In all ${write(share)} of this need is covered in time${added}.`;
  },
  'line.bound': ({ earmark, pledge, recipient, recipients }, { write }) => `Earmark ${earmark} of pledge ${pledge} binds the lot to ${recipients === 1 ? write(recipient) : `${write(recipients)} recipients, this one among them`}.`,
  'line.free': ({ pledge }) => `The lot is free stock of pledge ${pledge}.`,
  'line.scope': ({ pledge }) => `The lot is of pledge ${pledge}, whose scope takes this recipient in.`,
  'line.kept': ({ kept, cartons, price }, { write }) => `It stood so already, and people act on it: ${kept === cartons ? 'all' : write(kept)} of its ${write(cartons)} cartons stay. Each that is taken off counts ${write(price)}.`,
  'line.pallets': ({ run, pallets, filled, shared }, { write, counted }) => `On ${run} it is loaded${shared ? ', with other goods that go on with it,' : ''} on ${counted(pallets, { one: 'whole pallet', other: 'whole pallets' })}; the goods fill ${write(filled)}.`,
  'line.announced': ({ place, at }, { write }) => `It is announced at ${write(place)} for ${write(at)} local time.`,
  'weighed.none': ({ from, place }, { write }) => `No other way that is permitted and has room leads from ${write(from)} to ${write(place)}.`,
  'weighed.later': ({ route, arrives, later, euros }, { write, list }) => {
    const when = later.hours === 0 ? 'at the same hour' : `${write(later)} later, on ${write(arrives)}`;
    return `No permitted way is there earlier; the next best, by ${list(route)}, gets there ${when}, and ${priceOf(euros, write)}.`;
  },
  'weighed.full': ({ route, earlier, full, euros }, { write, list }) => `It is the first way with room: the cartons would be there ${write(earlier)} earlier by ${list(route)}, which ${priceOf(euros, write)}, but ${list(full)} is full.`,
  'weighed.holders': ({ recipients, worth }, { write, list }) => `That place is worth more to ${list(recipients)}: room there for one more carton would take at most ${write(worth)} off the objective.`,
  'weighed.dearer': ({ route, earlier, euros, gained }, { write, list }) =>
    `By ${list(route)} there is room and the cartons would be there ${write(earlier)} earlier, but that ${priceOf(euros, write)}, and the hours are worth ${gained.euros < 0.005 ? 'nothing here' : write(gained)}: it would pay if that way counted ${write({ euros: euros.euros - Math.max(0, gained.euros) })} less.`,
  'weighed.same': ({ route, earlier }, { write, list }) => `By ${list(route)} there is room and the cartons would be there ${write(earlier)} earlier, for no more than the hours are worth: the objective does not tell the two ways apart, or whole cartons have left that room.`,
} satisfies WordsOf<'line' | 'weighed'>;

export const needs = {
  'short.covered': () => 'The need is covered in full.',
  'short.none': ({ item }, { write }) => `There is no supply of ${write(item)}, neither on hand nor announced.`,
  'short.bound': ({ units, item, bonds }, { write, list, counted }) => `All ${counted(units, UNITS)} of ${write(item)} are bound to others: ${list(bonds)}.`,
  'short.no-departure': ({ starts, place, recipient, until }, { write, list }) => `No departure from ${list(starts)} reaches ${write(place)} for ${write(recipient)} before the plan’s horizon (${write(until)}).`,
  'short.not-kept': ({ place, temperature }, { write }) => `No chain of departures to ${write(place)} keeps ${KEPT[temperature]} goods.`,
  'short.barred': ({ place, rules }, { write }) => `Every way to ${write(place)} is barred at a border: ${rules.map(write).join('; ')}.`,
  'short.forbidden': ({ place, recipient, runs }, { write, list }) => `People forbid every way to ${write(place)} for ${write(recipient)}: departures ${list(runs)}.`,
  'short.expired': ({ item, recipient, lots }, { write, list }) => `Every lot of ${write(item)} that may go to ${write(recipient)} has expired by the time it could be handed over (${list(lots)}).`,
  'short.late': ({ recipient }, { write }) => `Nothing can be with ${write(recipient)} before its due window closes.`,
  'short.supply': ({ units, item, recipient, asked }, { write, counted }) =>
    `The supply is short: ${counted(units, UNITS)} of ${write(item)} may go to ${write(recipient)}, and those who may have them ask for ${write(asked)}; all of it is given out.`,
  'short.equal': ({ recipient, share }, { write }) => `Equal cover leaves ${write(recipient)} with ${write(share)} in time: more would take from somebody no better off, or break a carton.`,
  'short.severity': ({ recipient, share }, { write }) => `It went to the most severe needs first; ${write(recipient)} has ${write(share)} in time.`,
  'short.relief': ({ recipient, share }, { write }) => `It went where it relieves most; ${write(recipient)} has ${write(share)} in time.`,
  'short.full': ({ cartons, item, place, limits }, { write, counted, form, list }) => `${counted(cartons, CARTONS)} of ${write(item)} ${form(cartons, { one: 'is', other: 'are' })} left, but what leads to ${write(place)} is full: ${list(limits, 6)}.`,
  'short.charters': ({ charters }, { list }) => `Charter ${list(charters)} would take off less than it costs.`,
  'short.unfit': ({ cartons, item, reasons }, { write, counted, form, list }) => `${counted(cartons, CARTONS)} of ${write(item)} ${form(cartons, { one: 'is', other: 'are' })} left, but ${list(reasons)}; all other stock that may go there is given out.`,
  'short.not-worth': ({ cartons, item, route, euros, relieves }, { write, counted, list }) =>
    `${counted(cartons, CARTONS)} of ${write(item)} could still go, but one more, ${route.length === 0 ? 'handed over where it lies' : `by ${list(route)}`}, counts ${write(euros)} in cost and CO₂ and relieves ${write(relieves)}.`,
  'short.left': ({ cartons, item, route }, { write, counted, list }) => `${counted(cartons, CARTONS)} of ${write(item)} could still go (${route.length === 0 ? 'handed over where it lies' : `by ${list(route)}`}); whole cartons and the routes of the plan leave them behind.`,
  'unfit.barred': ({ starts, place, rules }, { write, list }) => `no permitted departure brings what lies at ${list(starts)} to ${write(place)}${rules.length === 0 ? '' : ` (${rules.map(write).join('; ')})`}`,
  'unfit.expired': ({ starts }, { list }) => `what lies at ${list(starts)} would have expired by the time of handing over`,
  'unfit.no-room': () => 'the rest finds no chain of departures with room',
} satisfies WordsOf<'short' | 'unfit'>;

export const changes = {
  'change.off': ({ recipient, off, cartons, lot, route }, { write, list, counted, form }) => {
    const which = off < cartons ? `${write(off)} of ${counted(cartons, CARTONS)}` : `${cartons === 1 ? '' : 'all '}${counted(cartons, CARTONS)}`;
    return `${write(recipient)}: ${which} of lot ${lot} that stood ${route.length === 0 ? 'to be handed over where they lie' : `by ${list(route)}`} ${form(off, { one: 'is', other: 'are' })} taken off.`;
  },
  'change.gains': ({ gains, price }, { write }) => `Each takes ${write(gains)} at least off what the rest of the plan counts, against ${write(price)} that the change counts.`,
  'change.whole': () => 'They would stay if cartons could be parted: whole cartons, or the shares that equal cover settles, leave them out.',
  'change.no-way': () => 'They can go that way no more, or nothing is asked for there that they could serve.',
  'change.near': ({ price }, { write }) => `What that gains elsewhere was weighed against ${write(price)} a carton that the change counts, to within the gap of the plan.`,
} satisfies WordsOf<'change'>;

export const notes = {
  'note.unreachable': ({ item, recipients }, { write, list, counted }) =>
    `Nothing can be in time with ${list(recipients)} (${write(item)}). Equal cover leaves ${recipients.length === 1 ? 'that need' : `these ${counted(recipients.length, NEEDS)}`} out of its levels.`,
  'note.levels': ({ within }, { write }) => `At this size of network the shares that equal cover gives are settled to within ${write(within)} of the need.`,
  'note.below': ({ below, all, most }, { write }) => `Whole cartons leave ${write(below)} of ${write(all)} needs below the share that equal cover gives them in parts of cartons, by ${write(most)} of the need at most.`,
  'note.expiring': ({ cartons, item, place, lots }, { write, list, counted, form }) => `${counted(cartons, CARTONS)} of ${write(item)} at ${write(place)} ${form(cartons, { one: 'expires', other: 'expire' })} within the horizon and ${form(cartons, { one: 'finds', other: 'find' })} no use (lots ${list(lots)}).`,
  'note.overflow': ({ consignment, left, limit }, { write, list }) => `Consignment ${consignment} overflows: ${list(left)} do not fit (${write(limit)}). They need a further flight and are not planned.`,
  'note.broken-carton': ({ lot, units }, { counted, form }) => `Lot ${lot}: ${counted(units, UNITS)} ${form(units, { one: 'lies', other: 'lie' })} in a broken carton and ${form(units, { one: 'is', other: 'are' })} not planned; release them by hand.`,
  'note.held': ({ lot, units, place }, { write, counted, form }) => `Lot ${lot}: ${counted(units, UNITS)} ${form(units, { one: 'is', other: 'are' })} held by customs at ${write(place)} and cannot be planned until they are let go.`,
  'note.quarantined': ({ lot, units, place }, { write, counted, form }) => `Lot ${lot}: ${counted(units, UNITS)} ${form(units, { one: 'is', other: 'are' })} in quarantine at ${write(place)} and cannot be planned until they are let go.`,
  'note.recalled': ({ lot, units }, { counted, form }) => `Lot ${lot}: ${counted(units, UNITS)} ${form(units, { one: 'is', other: 'are' })} recalled and cannot be planned until the recall is lifted.`,
  'note.left-behind': ({ lot, units, consignment, at }, { zoned, counted }) => `Lot ${lot}: ${counted(units, UNITS)} stayed behind when consignment ${consignment} departed on ${zoned(at)}; no further flight is announced for them.`,
  'note.forbidden': ({ run, lot, recipient, reason }, { write }) => `Departure ${run} is forbidden${lot === null ? '' : ` to lot ${lot}`}${recipient === null ? '' : ` for ${write(recipient)}`}: ${reason.replace(/[.\s]+$/, '')}.`,
  'note.estimated': ({ recipients }, { list }) => `Nothing was asked by ${list(recipients)}: their need is an estimate from the counts of their own areas. A request takes its place.`,
  'note.planned-again': ({ plan }) => `Made again, the plan is ${plan}: prices and alternatives are set beside that one.`,
  'note.change': ({ cartons, kept, off, euros }, { write, counted }) => `Of ${counted(cartons, CARTONS)} that people act on, ${write(kept)} stay as they stood and ${write(off)} are taken off, which counts ${write(euros)} in the objective, apart from the cost.`,
} satisfies WordsOf<'note'>;
