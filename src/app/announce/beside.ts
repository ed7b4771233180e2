// What the public page sets beside the promise: what the neediest country needs, asks and has, each country's share, what was said
// elsewhere, what officials counted, and what was corrected.

import type { AreaCode } from '../../domain/ids.ts';
import { liesIn } from '../../domain/areas.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import { epochMs, type Instant } from '../../domain/time.ts';
import type { AreaNeed } from '../need/shape.ts';
import type { Situation } from '../plan/situation.ts';
import type { Book } from './book.ts';
import { isIn } from './promises.ts';
import type { CountryRow, OtherFigure, PublicFigure, StoryCorrection, StoryCount, StoryText, StoryNeed, StoryPromise, Term } from './shape.ts';
import { termOf, termsIn, termsLanded, type Step } from './steps.ts';

const DAY = 86_400_000;

interface Beside {
  readonly now: Situation;
  readonly steps: readonly Step[];
  readonly book: Book;
  /** Of the need report. */
  readonly rows: readonly AreaNeed[];
}

const isOf = (area: string, country: string): boolean => area === country || area.startsWith(`${country}-`);

interface DayTerms {
  readonly terms: readonly Term[];
  readonly at: Instant;
}

/** What the recipients of a country ask for a day, each by the report that holds now; null: nobody asks. */
function askedTerms({ known, facts, asOf }: Situation, country: string, item: string): DayTerms | null {
  const standing = [...known.needs.values()].filter(({ need }) => need.item === item && need.until > asOf && isOf(known.recipients.get(need.recipient)?.area ?? '', country));
  const first = [...Map.groupBy(standing, ({ need }) => need.recipient).values()].flatMap((windows) => windows.toSorted((a, b) => (a.need.from < b.need.from ? -1 : 1))[0] ?? []);
  const reports = new Map(facts.flatMap((fact) => (isKind(fact, 'need.reported') || isKind(fact, 'request.accepted') ? [[fact.id, fact] as const] : [])));
  const terms = first.flatMap(({ need, fact: id }) => {
    const fact = reports.get(id);
    return fact === undefined ? [] : [termOf(fact, need.units / ((epochMs(need.until) - epochMs(need.from)) / DAY))];
  });
  const at = first.map(({ reportedAt }) => reportedAt).toSorted().at(-1);
  return at === undefined || terms.length === 0 ? null : { terms, at };
}

/** What those whom a country's census counted use a day: a term for each purpose, people × use a person. Null: it has no census. */
function countedTerms({ now, rows }: Pick<Beside, 'now' | 'rows'>, country: string, item: string): DayTerms | null {
  const row = rows.find((it) => it.area === country && it.item === item && it.recipient === null && it.basis === 'census');
  const fact = now.facts.find(({ seq }) => seq === row?.facts[0]);
  if (row === undefined || fact === undefined) return null;
  return { at: fact.occurredAt, terms: row.uses.filter(({ people, perPerson }) => people * perPerson > 0).map(({ people, perPerson }) => ({ ...termOf(fact, people * perPerson), product: { people, perPerson } })) };
}

const perDayTerms = (beside: Pick<Beside, 'now' | 'rows'>, country: string, item: string): DayTerms | null => countedTerms(beside, country, item) ?? askedTerms(beside.now, country, item);

export function needOf(beside: Beside, area: string, item: string, pledge: string): StoryNeed | null {
  const { now, steps, book } = beside;
  const [counted, asked] = [countedTerms(beside, area, item), askedTerms(now, area, item)];
  const used = counted ?? asked;
  if (used === null) return null;
  const perDay = book.sum(`need:${area}:${item}`, 'pieces-a-day', item, used.terms);
  const census = now.facts.findLast((fact) => isKind(fact, 'census.reported') && fact.body.area === area && fact.body.recipient === undefined);
  const bound = (lot: string): boolean => (now.known.earmarks.get(now.known.lots.get(lot as never)?.earmark ?? ('' as never))?.areas ?? []).some((it) => isOf(it, area));
  const landed = book.sum(`need:${area}:${item}:landed`, 'pieces', item, termsLanded(steps, (it) => it.pledge === pledge && it.item === item && bound(it.lot)));
  return {
    area,
    perDay,
    basis: counted === null ? 'asked' : 'census',
    asked: counted === null || asked === null ? null : book.sum(`need:${area}:${item}:asked`, 'pieces-a-day', item, asked.terms),
    reportedAt: used.at,
    census: census?.kind !== 'census.reported' ? null : { wards: book.sum(`census:${area}:wards`, 'people', null, [termOf(census, census.body.wards)]), intensiveCare: book.sum(`census:${area}:intensive-care`, 'people', null, [termOf(census, census.body.intensiveCare)]), at: census.occurredAt },
    landed,
    days: book.days(`need:${area}:${item}:days`, landed, perDay),
  };
}

/** Countries that something of the item is bound to, or brought to, or that ask for it; by what is bound to them. */
export function countriesOf(beside: Beside, item: string, promises: readonly StoryPromise[]): CountryRow[] {
  const { now, steps, book } = beside;
  const { known, ledger } = now;
  const viaHub = new Set(promises.filter((it) => it.viaHub && it.item === item).map(({ pledge }) => pledge));
  const own = steps.filter(({ transfers }) => transfers.some((it) => it.item === item));
  const areaOf = (recipient: string | undefined): string => known.recipients.get(recipient as never)?.area ?? '';
  const earmarks = now.facts.filter((fact) => isKind(fact, 'earmark.set') && known.earmarks.get(fact.body.earmark) === fact.body && fact.body.item === item && viaHub.has(fact.body.pledge));
  const pledges = promises.filter((it) => viaHub.has(it.pledge) && it.item === item && /^[A-Z]{2}$/.test(it.scope));
  const countries = new Set([...earmarks.flatMap((fact) => (fact.kind === 'earmark.set' ? fact.body.areas : [])), ...pledges.map(({ scope }) => scope), ...known.deliveries.flatMap(({ delivery }) => (viaHub.has(known.lots.get(delivery.lot)?.pledge ?? '') ? [areaOf(delivery.recipient)] : []))].map((area) => area.slice(0, 2)));
  const rows = [...countries].map((country): CountryRow => {
    const name = (part: string): string => `country:${country}:${item}:${part}`;
    const boundTerms = [
      ...earmarks.flatMap((fact) => (fact.kind === 'earmark.set' && fact.body.areas.some((area) => isOf(area, country)) && !pledges.some(({ pledge }) => pledge === fact.body.pledge) ? [termOf(fact, fact.body.units)] : [])),
      ...pledges.filter(({ scope }) => scope === country).flatMap(({ promised }) => termsOfFigure(book, promised)),
    ];
    const to = (at: string): string => areaOf(at) || areaOf(ledger.dispatches.get(at)?.recipient);
    const direct = (lot: string): boolean => (known.earmarks.get(known.lots.get(lot as never)?.earmark ?? ('' as never))?.areas ?? []).some((area) => isOf(area, country));
    return {
      area: country,
      bound: book.sum(name('bound'), 'pieces', item, boundTerms),
      delivered: book.sum(name('delivered'), 'pieces', item, termsIn(own, (account, moved) => viaHub.has(moved.pledge) && moved.item === item && isIn('delivered', account) && isOf(areaOf(account.at), country))),
      underWay: book.sum(name('under-way'), 'pieces', item, termsIn(own, (account, moved) => viaHub.has(moved.pledge) && moved.item === item && (isIn('onward', account) || isIn('allocated', account)) && (to(account.at) === '' ? direct(account.lot) : isOf(to(account.at), country)))),
      perDay: book.sum(name('per-day'), 'pieces-a-day', item, perDayTerms(beside, country, item)?.terms ?? []),
    };
  });
  return rows.toSorted((a, b) => b.bound.value - a.bound.value || (a.area < b.area ? -1 : 1));
}

const termsOfFigure = (book: Book, figure: PublicFigure): readonly Term[] => book.arithmetic.find((it) => it.figure.key === figure.key)?.terms ?? [];

export function othersOf({ now, book }: Beside, promises: readonly StoryPromise[]): OtherFigure[] {
  const positions = now.facts.filter((fact) => isKind(fact, 'position.taken'));
  return now.facts.flatMap((fact): OtherFigure[] => {
    if (!isKind(fact, 'claim.recorded') || fact.body.units === undefined) return [];
    const { claim, author, channel, language, summary, link, stance, pledge, item, units } = fact.body;
    const accepted = promises.find((it) => it.pledge === pledge && it.item === item)?.promised ?? null;
    return [{ claim, at: fact.occurredAt, author, channel, language, summary, link: link ?? null, stance, pledge: pledge ?? null, units: book.sum(`claim:${claim}`, 'pieces', item ?? null, [termOf(fact, units)]), accepted, reason: positions.findLast(({ body }) => body.claims.includes(claim))?.body.reason ?? null }];
  });
}

export function textsOf({ now }: Beside): StoryText[] {
  const published = now.facts.filter((fact) => isKind(fact, 'communique.published'));
  const corrected = new Set(published.flatMap(({ body }) => body.corrects ?? []));
  return published.map(({ id, occurredAt, body: { communique, language, text, link, corrects } }) => ({ fact: id, at: occurredAt, communique, language, text, link: link ?? null, corrects: corrects ?? null, isCorrected: corrected.has(communique) })).toReversed();
}

/** For an area, the latest count of each source: they differ, so each stands with its hour. */
export function countsOf({ now, book }: Beside, area: string): StoryCount[] {
  const reports = now.facts.filter((fact) => isKind(fact, 'count.reported')).filter(({ body }) => body.area === area);
  const latest = [...Map.groupBy(reports, ({ sources }) => sources.join(' ')).values()].flatMap((same) => same.at(-1) ?? []);
  return latest
    .toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
    .map((fact) => ({ area, at: fact.occurredAt, cases: book.sum(`count:${fact.seq}:cases`, 'people', null, [termOf(fact, fact.body.cases)]), deaths: fact.body.deaths === undefined ? null : book.sum(`count:${fact.seq}:deaths`, 'people', null, [termOf(fact, fact.body.deaths)]) }));
}

/** Corrections of what occurred until the instant, by when they were made. `isPublic`: of a kind that anybody may read. */
export function correctionsOf(journal: readonly Fact[], asOf: Instant, isPublic: (fact: Fact) => boolean): StoryCorrection[] {
  const byId = new Map(journal.map((fact) => [fact.id, fact]));
  return journal.flatMap((fact): StoryCorrection[] => {
    if (!isKind(fact, 'correction.made')) return [];
    const wrong = byId.get(fact.body.corrects);
    if (wrong === undefined || wrong.occurredAt > asOf || !isPublic(wrong)) return [];
    const [before, after] = [unitsOf(wrong.body), fact.body.replacement === undefined ? 0 : unitsOf(fact.body.replacement.body)];
    return [{ fact: wrong.id, kind: wrong.kind, at: fact.recordedAt, reason: fact.body.reason, before, after: before === null || after === before ? null : after }];
  });
}

const unitsOf = (body: unknown): number | null => {
  const { units } = body as { readonly units?: unknown };
  return typeof units === 'number' ? units : null;
};

/** The country within the promise's scope that needs most a day. */
export function neediestOf(beside: Pick<Beside, 'now' | 'rows'>, item: string, scope: string): string | null {
  const countries = new Set([...beside.now.known.recipients.values()].filter(({ area }) => liesIn(area, scope as AreaCode)).map(({ area }) => area.slice(0, 2)));
  const needs = [...countries].map((country) => ({ country, perDay: perDayTerms(beside, country, item)?.terms.reduce((sum, { value }) => sum + value, 0) ?? 0 }));
  return needs.filter(({ perDay }) => perDay > 0).toSorted((a, b) => b.perDay - a.perDay)[0]?.country ?? null;
}
