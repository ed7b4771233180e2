// The story of an operation at an instant: everything that the public page, its feeds and its downloads say, out of the journal and
// a plan, from one and the same head. A fact of it that is not public is not told of.

import type { Fact } from '../../domain/facts.ts';
import { invariant } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { situation } from '../plan/situation.ts';
import { picture } from '../picture/picture.ts';
import { Book } from './book.ts';
import { correctionsOf, countriesOf, countsOf, neediestOf, needOf, othersOf, textsOf } from './beside.ts';
import { diaryOf } from './diary.ts';
import { storyPromises, type Judged } from './promises.ts';
import { isPublicFact } from './public-fact.ts';
import type { PublicStory, StoryPromise } from './shape.ts';
import { areaRows } from '../need/area-rows.ts';
import { stepsOf } from './steps.ts';

/** `rest`: what the verdicts rest on, as the page says it. */
export function storyOf(journal: readonly Fact[], asOf: Instant, judged: Judged, rest: PublicStory['plan']): PublicStory {
  const now = situation(journal, { asOf, knownAt: null });
  const drawn = picture(journal, asOf, judged !== null && 'plan' in judged ? { plan: judged.plan, recorded: rest?.fact !== null } : null, []);
  const steps = stepsOf(now.facts);
  const book = new Book(now.facts);
  const beside = { now, steps, book, rows: areaRows(now) };
  const promises = storyPromises(now, steps, book, judged);
  const answer = promises.filter(({ viaHub }) => viaHub).toSorted((a, b) => b.promised.value - a.promised.value)[0] ?? null;
  const neediest = answer === null ? null : neediestOf(beside, answer.item, answer.scope);
  const corrections = correctionsOf(journal, asOf, isPublicFact);
  const received = new Set(now.known.deliveries.filter(({ delivery }) => delivery.units > 0).map(({ delivery }) => delivery.recipient as string));
  const last = journal.at(-1);
  invariant(last !== undefined, 'a journal holds at least the opening of its operation');
  const { operation, name, zone, hub, standsAt, items, places, flights, dispatches, borders, recipients } = drawn;
  return {
    operation,
    name,
    zone,
    hub,
    asOf,
    standsAt,
    head: journal.length,
    lastFact: { id: last.id, recordedAt: last.recordedAt },
    items: now.facts.flatMap((fact) => (fact.kind === 'item.registered' && now.known.items.get(fact.body.item) === fact.body ? [{ item: fact.body.item, name: fact.body.name, unitsPerCarton: fact.body.unitsPerCarton, fact: fact.id }] : [])),
    recipients: recipients.map((it) => ({ recipient: it.recipient, name: it.name, area: it.area, hasReceived: received.has(it.recipient) })),
    sources: [...now.known.sources.values()].map(({ id, title, publisher, link, licence }) => ({ id, title, publisher: publisher ?? null, link: link ?? null, licence: licence ?? null })),
    answer,
    need: answer === null || neediest === null ? null : needOf(beside, neediest, answer.item, answer.pledge),
    promises,
    countries: answer === null ? [] : countriesOf(beside, answer.item, promises),
    diary: diaryOf(now, steps, corrections, { flights, dispatches: dispatches.filter((it) => ofPublicItem(it.item, promises)) }),
    others: othersOf(beside, promises),
    texts: textsOf(beside),
    counts: neediest === null ? [] : countsOf(beside, neediest),
    corrections,
    map: { places, recipients: recipients.map(withoutStock), flights, dispatches, borders, hub, asOf, promises: drawn.promises, items, plan: drawn.plan === null ? null : { legs: drawn.plan.legs } },
    plan: rest,
    arithmetic: book.arithmetic,
  };
}

const ofPublicItem = (item: string, promises: readonly StoryPromise[]): boolean => promises.some((it) => it.item === item);

/** What a recipient has in its stores is its own business. */
const withoutStock = (recipient: PublicStory['map']['recipients'][number]): PublicStory['map']['recipients'][number] => ({ ...recipient, holdings: recipient.holdings.filter(({ perDay, delivered, onward, allocated, planned }) => perDay.value + delivered.value + onward + allocated + planned > 0).map((holding) => ({ ...holding, stock: null, lastsUntil: null, use: null })) });
