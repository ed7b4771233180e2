// English for communiqués and posts: what the operation says in public of its promises.

import type { FigureName } from '../../domain/phrases.ts';
import type { Forms, Pen, WordsOf } from '../language.ts';

const HAVE: Forms = { one: 'has', other: 'have' };
const ARE: Forms = { one: 'is', other: 'are' };
const WITH_ARTICLE = /^(United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Solomon|Marshall|Central African|Czech Republic|Dominican Republic)/;

const STATES = { delivered: () => 'delivered', onward: () => 'on the way to those who need them', allocated: (place: string) => `allocated and waiting at ${place}`, 'at-hub': (place: string) => `at ${place}`, 'in-the-air': () => 'in the air', consigned: () => 'on consignments that have not left yet' } as const satisfies Record<string, (place: string) => string>;
const FIGURES: Readonly<Record<FigureName, string>> = { promised: 'promised', surplus: 'beyond the promise', landed: 'landed', share: 'the share that has landed', delivered: 'delivered', lost: 'lost', onward: 'on the way', allocated: 'allocated', atHub: 'at the hub', inTheAir: 'in the air', consigned: 'on consignments that have not left yet', outstanding: 'still to come', need: 'needed a day', days: 'days that it lasts', bound: 'bound for it', claim: 'said elsewhere', other: 'another figure' };

const area = (value: Parameters<Pen['write']>[0], { write }: Pen): string => {
  const name = write(value);
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
};

export const announce = {
  'announce.headline': ({ landed, promised, item, scope, state }, pen) => {
    const { write, form } = pen;
    const goods = `${write(promised)} ${write(item)} promised to ${area(scope, pen)}`;
    if (state === 'nothing') return `None of the ${goods} ${form(promised.value, HAVE)} landed yet`;
    if (state === 'withdrawn') return `The promise of ${write(item)} to ${area(scope, pen)} was withdrawn with ${write(landed)} landed`;
    if (state === 'kept') return `All ${goods} ${form(promised.value, HAVE)} been delivered`;
    return state === 'all' ? `All ${goods} ${form(promised.value, HAVE)} landed` : `${write(landed)} of the ${goods} ${form(landed.value, HAVE)} landed`;
  },
  'announce.place': ({ place, day, at }, { write, zoned }) => `${write(place)}, ${write(day)}. Figures as of ${zoned(at)}.`,
  'announce.promised': ({ donor, promised, item, scope }, pen) => `${donor} has promised ${area(scope, pen)} ${pen.write(promised)} ${pen.write(item)}.`,
  'announce.verdict': ({ verdict, by, due }, { write, zoned }) => {
    if (verdict === 'kept') return 'The promise is kept.';
    if (verdict === 'broken') return due === null ? 'The promise is not kept.' : `The promise was due on ${write(due)} and is not kept.`;
    const end = `${by === null ? '' : `; the rest is expected by ${zoned(by)}`}${due === null || by === null ? '' : `, ${verdict === 'at-risk' ? 'against' : 'before'} the due date of ${write(due)}`}`;
    return `The promise is ${verdict === 'at-risk' ? 'at risk' : verdict === 'on-course' ? 'on course' : 'standing'}${end}.`;
  },
  'announce.parts': ({ parts }, { list }) => `Of these, ${list(parts, 8)}.`,
  'announce.part': ({ figure, state, place }, { write, form }) => `${write(figure)} ${state === 'delivered' ? `${form(figure.value, HAVE)} been` : form(figure.value, ARE)} ${STATES[state](write(place))}`,
  'announce.outstanding': ({ outstanding }, { write, form }) => `${write(outstanding)} ${form(outstanding.value, ARE)} still to come.`,
  'announce.lost': ({ lost }, { write, form }) => `${write(lost)} ${form(lost.value, { one: 'was', other: 'were' })} lost, damaged, seized or refused; each case is on record.`,
  'announce.surplus': ({ surplus }, { write, form }) => `${write(surplus)} ${form(surplus.value, HAVE)} come beyond the promise.`,
  'announce.need': ({ area: of, perDay, item, reported, days }, pen) =>
    `${area(of, pen)} needs ${pen.write(perDay)} ${pen.write(item)} a day, as last reported on ${pen.write(reported)}${days === null ? '' : `: what has landed for it lasts ${pen.write(days)} ${pen.form(days.value, { one: 'day', other: 'days' })}`}.`,
  'announce.countries': ({ countries }, { list }) => `Promised or bound to each country: ${list(countries, 12)}.`,
  'announce.country': ({ area: of, bound, delivered }, pen) => `${area(of, pen)} ${pen.write(bound)}${delivered === null ? '' : ` (${pen.write(delivered)} delivered)`}`,
  'announce.other': ({ landed, promised, item, scope, donor }, pen) => `Of the ${pen.write(promised)} ${pen.write(item)} that ${donor} has promised to ${area(scope, pen)}, ${landed.value === 0 ? 'none have landed yet' : `${pen.write(landed)} ${pen.form(landed.value, HAVE)} landed`}.`,
  'announce.said': ({ author, said, on, accepted }, { write }) => `${author} gave ${write(said)} on ${write(on)}; the operation holds the promise to be ${write(accepted)}.`,
  'announce.thanks': ({ donors }, { list }) => `We thank ${list(donors)}, and everyone who loads, flies, counts and drives.`,
  'announce.sources': ({ link }) => `Every number leads to its source: ${link}`,
  'announce.post': ({ landed, promised, item, scope, share }, pen) => `${pen.write(landed)} of ${pen.write(promised)} ${pen.write(item)} promised to ${area(scope, pen)} ${pen.form(landed.value, HAVE)} landed: ${pen.write(share)}.`,
  'announce.correction': ({ at }, { zoned }) => `Correction of our text of ${zoned(at)}`,
  'announce.was': ({ what, was, now }, { write }) => `${capital(write(what))}: we said ${write(was)}; it was ${write(now)}.`,
  'announce.gone': ({ what, was }, { write }) => `${capital(write(what))}: we said ${write(was)}; the record no longer holds this figure.`,
  'announce.what': ({ of, item, area: where, pledge }, pen) => [...(item === null ? [] : [pen.write(item)]), FIGURES[of], ...(where === null ? [] : [`for ${area(where, pen)}`]), ...(pledge === null ? [] : [`of promise ${pledge}`])].join(' '),
  'announce.because': ({ reason }) => `Reason: ${reason.replace(/[.\s]+$/, '')}.`,
} satisfies WordsOf<'announce'>;

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1);
