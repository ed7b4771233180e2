// What needs a person now, soonest deadline first: late flights, open discrepancies, missing papers, closed borders, goods
// that are held, aircraft that overflow, stock that runs out, promises at risk, requests that nobody has answered. It proposes no answer.

import { waitsFor } from '../../domain/need/request.ts';
import { hindrances, validity, type Rule } from '../../domain/places.ts';
import { endOfDay, hoursBetween, localDateIn, plusMinutes, type Instant } from '../../domain/time.ts';
import { isOpen } from '../../ledger/ledger.ts';
import { overflows } from '../plan/overflow.ts';
import type { Situation } from '../plan/situation.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';
import type { EvidenceIndex } from './evidence.ts';
import { needAt } from '../need/asked.ts';
import type { Attention, Border, Flight, PromiseInPicture, RecipientInPicture } from './shape.ts';

/** A flight is worth a word from here on. */
const LATE_MINUTES = 15;

const blank = { deadline: null, item: null, recipient: null, units: null, detail: null, other: null, why: null, because: [], facts: [] } as const;

export function attentionOf(now: Situation, evidence: EvidenceIndex, seen: { readonly flights: readonly Flight[]; readonly promises: readonly PromiseInPicture[]; readonly recipients: readonly RecipientInPicture[] }): Attention[] {
  const all = [...lateFlights(now, seen.flights), ...overflowing(now, evidence), ...withheld(now, evidence), ...discrepancies(now), ...atBorders(now), ...runningOut(now, seen.recipients), ...endangered(now, seen.promises), ...waiting(now)];
  const rank = ({ deadline }: Attention): string => deadline ?? '9999';
  return all.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

const lateFlights = ({ asOf }: Situation, flights: readonly Flight[]): Attention[] =>
  flights.flatMap((flight) => {
    const due = flight.expectedArrival < asOf ? asOf : flight.expectedArrival;
    const minutes = Math.round(hoursBetween(flight.plannedArrival, due) * 60);
    if (flight.arrivedAt !== null || minutes < LATE_MINUTES) return [];
    return [{ ...blank, id: `late:${flight.consignment}`, kind: 'late-flight' as const, deadline: due, subject: flight.consignment, detail: flight.to, other: minutes, facts: flight.facts }];
  });

const overflowing = (now: Situation, evidence: EvidenceIndex): Attention[] =>
  overflows(now).map(({ consignment, left, limit }) => ({
    ...blank,
    id: `overflow:${consignment.consignment}`,
    kind: 'overflow' as const,
    deadline: consignment.plannedDeparture,
    subject: consignment.consignment,
    item: left[0]?.lot.item ?? null,
    units: left.reduce((sum, { units }) => sum + units, 0),
    other: left.reduce((sum, { cartons }) => sum + cartons, 0),
    why: say(limit, english),
    because: [limit],
    facts: evidence.ofConsignment(consignment.consignment),
  }));

const withheld = ({ piles, known }: Situation, evidence: EvidenceIndex): Attention[] =>
  piles.flatMap(({ state, lot, item, units, at }) => {
    if (state !== 'held' && state !== 'quarantined') return [];
    const areas = known.earmarks.get(known.lots.get(lot as never)?.earmark ?? ('' as never))?.areas ?? [];
    return [{ ...blank, id: `${state}:${lot}:${at}`, kind: state, subject: lot, item, units, detail: areas[0] ?? null, facts: evidence.ofLots('atHub', new Set([lot])) }];
  });

const discrepancies = ({ ledger, facts }: Situation): Attention[] =>
  [...ledger.discrepancies.values()]
    .filter((it) => isOpen(ledger, it))
    .map(({ opened, lot, kind, expected, found }) => ({
      ...blank,
      id: `discrepancy:${opened}:${lot}`,
      kind: 'discrepancy' as const,
      subject: lot,
      item: ledger.lots.get(lot)?.item ?? null,
      units: Math.abs(found - expected),
      detail: kind,
      other: found,
      facts: facts.filter(({ id }) => id === opened).map(({ seq }) => seq),
    }));

interface Crossing {
  readonly rule: Rule;
  readonly area: string;
  readonly until: Instant | null;
}

/** Recipients with a need that goods from the hub may not reach today, by country and rule. */
function crossings(now: Situation): Map<string, Crossing & { readonly recipients: Set<string>; readonly items: Set<string> }> {
  const { known, operation, asOf } = now;
  const hub = known.places.get(operation.hub);
  const found = new Map<string, Crossing & { recipients: Set<string>; items: Set<string> }>();
  if (hub === undefined) return found;
  const on = localDateIn(asOf, hub.zone);
  for (const { recipient, area } of known.recipients.values())
    for (const { item, class: itemClass } of known.items.values()) {
      const rule = needAt(now, recipient, item) === null ? undefined : hindrances({ itemClass, from: hub.area, to: area, on }, [...known.rules.values()], [...known.papers.values()])[0];
      if (rule === undefined) continue;
      const key = `${rule.rule}\t${area.slice(0, 2)}`;
      const entry = found.get(key) ?? { rule, area: area.slice(0, 2), until: validity(rule, hub.zone).until ?? null, recipients: new Set<string>(), items: new Set<string>() };
      entry.recipients.add(recipient);
      entry.items.add(item);
      found.set(key, entry);
    }
  return found;
}

/** Outside the area that the pledges through the hub speak of, a closed border stops nobody. */
function atBorders(now: Situation): Attention[] {
  return [...crossings(now).values()]
    .filter(({ area }) => now.facts.some((fact) => fact.kind === 'departure.scheduled' && reaches(now, fact.body.service, area)))
    .map(({ rule, area, until, recipients, items }) => ({
      ...blank,
      id: `border:${rule.rule}:${area}`,
      kind: rule.effect,
      deadline: until,
      subject: area,
      recipient: [...recipients][0] ?? null,
      detail: rule.paper ?? null,
      other: items.size,
      facts: now.facts.filter((fact) => fact.kind === 'rule.set' && fact.body.rule === rule.rule).map(({ seq }) => seq),
    }));
}

const reaches = ({ known }: Situation, service: string, area: string): boolean => known.places.get(known.services.get(service as never)?.to ?? ('' as never))?.area.slice(0, 2) === area;

export const bordersOf = (now: Situation): Border[] =>
  [...crossings(now).values()].map(({ rule, area }) => ({ area, effect: rule.effect, paper: rule.paper ?? null, until: rule.validUntil ?? null }));

/** Who runs out within days, one by one; those whose last reported stock must be used up already, together. */
function runningOut({ asOf }: Situation, recipients: readonly RecipientInPicture[]): Attention[] {
  const short = recipients.flatMap(({ recipient, holdings }) => {
    const first = holdings.flatMap((holding) => (holding.lastsUntil === null || holding.use === null ? [] : [{ recipient, holding, use: holding.use, at: holding.lastsUntil }])).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
    return first === undefined || first.at > plusMinutes(asOf, first.use.warnDays * 24 * 60) ? [] : [first];
  });
  const entry = (kind: 'stock-out' | 'out-of-stock', { recipient, holding, use, at }: (typeof short)[number], among: number): Attention => ({
    ...blank,
    id: `${kind}:${recipient}:${holding.item}`,
    kind,
    deadline: at,
    subject: recipient,
    recipient,
    item: holding.item,
    units: use.perDay,
    other: among,
    facts: [...(holding.stock?.facts ?? []), ...use.facts.slice(0, 1)],
  });
  const gone = short.filter(({ at }) => at <= asOf);
  const worst = gone.toSorted((a, b) => b.holding.severity - a.holding.severity || b.use.perDay - a.use.perDay)[0];
  return [...(worst === undefined ? [] : [{ ...entry('out-of-stock', worst, gone.length), deadline: asOf }]), ...short.filter(({ at }) => at > asOf).map((it) => entry('stock-out', it, 1))];
}

/** Requests that wait for a person, each once, until what they ask for is due. */
const waiting = ({ known, facts, asOf }: Situation): Attention[] =>
  [...known.requests].flatMap(([request, { state, requested: { recipient }, lines, moments }]) => {
    const first = lines.toSorted((a, b) => b.severity - a.severity)[0];
    if (waitsFor(state) !== 'person' || first === undefined) return [];
    const due = lines.map(({ from }) => from).toSorted()[0] ?? asOf;
    const said = new Set(moments.map(({ fact }) => fact));
    return [{ ...blank, id: `request:${request}`, kind: 'request' as const, deadline: due < asOf ? asOf : due, subject: request, recipient, item: first.item, units: first.units, other: lines.length - 1, detail: state, facts: facts.flatMap(({ id, seq }) => (said.has(id) ? [seq] : [])) }];
  });

const endangered = ({ operation }: Situation, promises: readonly PromiseInPicture[]): Attention[] =>
  promises.flatMap(({ verdict, pledge, item, due, promised, delivered, why, because }) =>
    verdict !== 'at-risk' && verdict !== 'broken'
      ? []
      : [{ ...blank, id: `promise:${pledge}:${item}`, kind: verdict, deadline: due === null ? null : endOfDay(due as never, operation.zone), subject: pledge, item, units: promised.value - delivered.value, why, because, facts: promised.facts }],
  );
