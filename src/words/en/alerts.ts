// English for alerts: what needs a person, and the letter that says so.

import type { Forms, WordsOf } from '../language.ts';
import { CARTONS } from './plans.ts';

const UNITS: Forms = { one: 'unit', other: 'units' };
const WAIT: Forms = { one: 'waits', other: 'wait' };
const KINDS: Forms = { one: 'kind of goods', other: 'kinds of goods' };
const RECIPIENTS: Forms = { one: 'recipient has', other: 'recipients have' };
const MORE: Forms = { other: 'more' };

export const alerts = {
  'alert.late-flight': ({ consignment }) => `${consignment} is late`,
  'alert.late-flight.text': ({ place, planned, expected }, { write, zoned }) => `It was due at ${write(place)} on ${zoned(planned)} and is now expected on ${zoned(expected)}.`,
  'alert.late-dispatch': ({ dispatch, recipient }, { write }) => `${dispatch} to ${write(recipient)} is late`,
  'alert.late-dispatch.text': ({ planned, early, late }, { write, zoned }) => `It was due on ${zoned(planned)} and is now expected between ${write(early)} and ${write(late)}.`,
  'alert.discrepancy': ({ lot }) => `Counts differ for ${lot}`,
  'alert.short.text': ({ units, item, found }, { write, counted }) => `${counted(units, UNITS)} of ${write(item)} fewer than were sent; ${write(found)} were counted.`,
  'alert.surplus.text': ({ units, item, found }, { write, counted }) => `${counted(units, UNITS)} of ${write(item)} more than were sent; ${write(found)} were counted.`,
  'alert.beyond-pledge.text': ({ units, item }, { write, counted }) => `${counted(units, UNITS)} of ${write(item)} more than were pledged.`,
  'alert.paper': ({ area }, { write }) => `No paper for ${write(area)}`,
  'alert.paper.text': ({ paper, kinds }, { write, counted }) => `${counted(kinds, KINDS)} cannot go there: paper ${write(paper)} is asked for, and nobody holds one.`,
  'alert.closed': ({ area }, { write }) => `${write(area)} is closed`,
  'alert.closed.text': ({ kinds, until }, { counted, zoned }) => `The border stops ${counted(kinds, KINDS)}${until === null ? '' : ` until ${zoned(until)}`}.`,
  'alert.held': ({ lot }) => `Customs hold ${lot}`,
  'alert.quarantined': ({ lot }) => `${lot} is in quarantine`,
  'alert.waits.text': ({ units, item }, { write, counted, form }) => `${counted(units, UNITS)} of ${write(item)} ${form(units, WAIT)} and cannot be planned.`,
  'alert.overflow': ({ consignment }) => `${consignment} is too big for its aircraft`,
  'alert.overflow.text': ({ cartons, units, item, limit }, { write, counted, form }) => `${counted(cartons, CARTONS)} ${form(cartons, { one: 'stays', other: 'stay' })} behind: ${counted(units, UNITS)}, ${write(item)} among them${limit === null ? '' : `; ${write(limit)}`}.`,
  'alert.out-of-stock': ({ recipients }, { counted }) => `${counted(recipients, RECIPIENTS)} run out`,
  'alert.out-of-stock.text': ({ recipient, units, item }, { write, counted }) => `${write(recipient)} first: ${counted(units, UNITS)} of ${write(item)} are needed a day, by the last stock report.`,
  'alert.stock-out': ({ recipient, item }, { write }) => `${write(recipient)} runs out of ${write(item)}`,
  'alert.stock-out.text': ({ units, at }, { counted, zoned }) => `${counted(units, UNITS)} a day are used; by the last stock report they last until ${zoned(at)}.`,
  'alert.at-risk': ({ pledge }) => `Promise ${pledge} is at risk`,
  'alert.broken': ({ pledge }) => `Promise ${pledge} is broken`,
  'alert.request': ({ recipient }, { write }) => `${write(recipient)} asks for something`,
  'alert.request.text': ({ units, item, more, answered }, { write, counted }) => `${answered ? 'The question was answered. ' : ''}${counted(units, UNITS)} of ${write(item)}${more === 0 ? '' : ` and ${counted(more, KINDS)} more`}: accept, ask back, or decline.`,
  'alert.undelivered.text': ({ units, item }, { write, counted }) => `${counted(units, UNITS)} of ${write(item)} not delivered.`,
  'alert.letter.one': ({ operation, what }, { write }) => `${operation}: ${write(what)}`,
  'alert.letter.many': ({ operation, n }, { write }) => `${operation}: ${write(n)} things need a person`,
  'alert.letter.cleared': ({ operation, n }, { counted }) => `${operation}: ${counted(n, { one: 'alert is', other: 'alerts are' })} over`,
  'alert.letter.test': ({ operation }) => `${operation}: a test message`,
  'alert.letter.test.text': ({ operation }) => `This is a test. Alerts of ${operation} will come this way.`,
  'alert.letter.as-of': ({ operation, at }, { zoned }) => `${operation}, ${zoned(at)}.`,
  'alert.letter.worse': ({ what }, { write }) => `Worse than before: ${write(what)}`,
  'alert.letter.by': ({ at }, { zoned }) => `Act by ${zoned(at)}.`,
  'alert.letter.over': () => 'Over:',
  'alert.letter.more': ({ n }, { counted }) => `And ${counted(n, MORE)}.`,
  'alert.letter.all': ({ url }) => `Everything that needs a person: ${url}`,
  'alert.letter.why': ({ url }) => `Somebody asked Airbridge to write to this address. To stop it: ${url}`,
} satisfies WordsOf<'alert'>;
