// English for requests: what a line stands beside, and what is asked where its quantity does not fit the estimate.

import type { WordsOf } from '../language.ts';

export const requests = {
  'request.above-band': ({ asked, item, low, high }, { write }) => `You ask for ${write(asked)} ${write(item)}. By the official counts, ${write(low)} to ${write(high)} would be needed in this time. Is ${write(asked)} the number of single pieces, and what makes the need so high?`,
  'request.below-band': ({ asked, item, low, high }, { write }) => `You ask for ${write(asked)} ${write(item)}. By the official counts, ${write(low)} to ${write(high)} would be needed in this time. Is ${write(asked)} the number of single pieces, or of cartons?`,
  'request.inside': ({ recipient, units, item, from, until }, { write }) => `Already inside the ${write(units)} ${write(item)} of ${write(recipient)} (${write(from)} to ${write(until)}): counts within them, not on top.`,
  'request.inside-waiting': ({ recipient, units, item, from, until }, { write }) => `${write(recipient)} asks for ${write(units)} ${write(item)} (${write(from)} to ${write(until)}), which may hold these; that request still waits.`,
  'request.beside': ({ recipient, units, item, from, until, area }, { write }) => `${write(recipient)} asks for ${write(units)} ${write(item)} in the same area, ${write(area)} (${write(from)} to ${write(until)}): are these among them?`,
  'request.holds': ({ recipient, units, item, from, until }, { write }) => `${write(recipient)}, which lies in this area, asks for ${write(units)} ${write(item)} itself (${write(from)} to ${write(until)}).`,
  'request.again': ({ units, item, from, until, request }, { write }) => `Takes the place of its own ${write(units)} ${write(item)} (${write(from)} to ${write(until)}${request === null ? '' : `, ${request}`}).`,
  'request.again-partly': ({ units, item, from, until, request }, { write }) => `Lies in its own ${write(units)} ${write(item)} (${write(from)} to ${write(until)}${request === null ? '' : `, ${request}`}): counts within them, not on top.`,
  'request.again-waiting': ({ units, item, from, until, request }, { write }) => `Its own request${request === null ? '' : ` ${request}`} for ${write(units)} ${write(item)} (${write(from)} to ${write(until)}) still waits.`,
} satisfies WordsOf<'request'>;
