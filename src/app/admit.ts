// Admission: may these facts join that journal? Every reference is looked up, every figure held against the item master,
// every unit against the ledger; all problems at once, each with its field and remedy. Shared by packs and by HTTP.

import { implausible } from '../domain/airlift/consignment.ts';
import { rewritten } from '../domain/asof.ts';
import { layeredCartonsPerPallet } from '../domain/catalogue.ts';
import { FACT_BODIES, isKind, type BodyOf, type Fact } from '../domain/facts.ts';
import { nearest } from '../domain/nearest.ts';
import { timed, type Place } from '../domain/places.ts';
import type { FactId } from '../domain/ids.ts';
import { charterOfRun, pledgeKey, type Register } from '../domain/register.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { writeInstant } from '../domain/time.ts';
import { checkAnnouncement } from './admit-announcement.ts';
import { checkHub } from './admit-hub.ts';
import { checkRequest, faultsOf } from './admit-request.ts';
import { checkWhatIf } from './admit-what-if.ts';
import type { Posting } from '../ledger/accounts.ts';
import { post } from '../ledger/apply.ts';
import { knownWith, standingOf, type Standing } from './standing.ts';

export interface Objection {
  readonly fact: Fact;
  /** Field of the body, or of the envelope. */
  readonly field: string;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

export interface Admitted {
  readonly postings: readonly Posting[];
  /** Where the operation stands once they are written. */
  readonly standing: Standing;
}

/** The postings that the fresh facts cause, or everything that speaks against them. Uses up the standing that it is given. */
export function admit(journal: readonly Fact[], fresh: readonly Fact[], standing = standingOf(journal)): Result<Admitted, readonly Objection[]> {
  const { byId } = standing;
  for (const fact of fresh) byId.set(fact.id, fact);
  const anew = rewritten(journal, fresh, standing.folded.last);
  const known = knownWith(standing, fresh, anew);
  const objections = objectionsTo(journal, fresh, known, byId);
  if (objections.length > 0) return err(objections);
  const posted = post(journal, fresh, standing.folded, anew);
  if (posted.ok) return ok({ postings: posted.value.postings, standing: { facts: journal.length + fresh.length, head: fresh.at(-1) ?? standing.head, known, byId, folded: posted.value.folded } });
  const own = new Set(fresh.map((fact) => fact.seq));
  return err(posted.error.map(({ fact, refusal: { field, problem, remedy } }) => {
    const value = (fact.body as Record<string, unknown>)[field];
    const told = own.has(fact.seq) ? { problem, remedy } : { problem: `fact ${fact.seq} (${fact.kind} of ${writeInstant(fact.occurredAt)}) would no longer add up: ${problem}`, remedy: `correct that fact too, or first; ${remedy}` };
    return { fact: own.has(fact.seq) ? fact : (fresh[0] ?? fact), field, value: shown(value), ...told };
  }));
}

/** A value as a person wrote it: texts and numbers as they are, anything larger as JSON. */
const shown = (value: unknown): string | null => (value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value));

/** Problems of reference and plausibility, without the ledger's. */
function objectionsTo(journal: readonly Fact[], fresh: readonly Fact[], known: Register, byId: ReadonlyMap<FactId, Fact>): Objection[] {
  const objections: Objection[] = [];
  for (const written of fresh) {
    const fact = asCorrected(written, byId);
    const object = (field: string, problem: string, remedy: string, value: unknown = (fact.body as Record<string, unknown>)[field]): void => {
      objections.push({ fact: written, field, value: shown(value), problem, remedy });
    };
    const refer = (field: string, value: string | undefined, among: ReadonlyMap<string, unknown>, noun: string): void => {
      if (value === undefined || among.has(value)) return;
      const close = nearest(value, among.keys());
      object(field, `there is no ${noun} ${value}`, close === null ? `register the ${noun} first, or name one that is registered` : `did you mean ${close}?`, value);
    };
    checkEnvelope(fact, known, object, refer);
    checkPlaces(fact, known, object, refer);
    checkPromise(fact, known, object, refer);
    checkWay(fact, known, object, refer);
    checkHub(fact, known, byId, object, refer);
    checkNeedAndPlan(fact, known, refer, object);
    checkRequest(fact, known, object, refer);
    checkWhatIf(fact, known, object, refer);
    if (isKind(fact, 'communique.approved') || isKind(fact, 'communique.published')) checkAnnouncement(fact, [...journal, ...fresh], object);
    if (isKind(written, 'correction.made')) checkCorrection(written, byId, object);
  }
  objections.push(...faultsOf(known, fresh, byId));
  return objections;
}

/** A correction is held to what it puts in the place of the fact that it corrects. */
function asCorrected(fact: Fact, byId: ReadonlyMap<string, Fact>): Fact {
  if (!isKind(fact, 'correction.made') || fact.body.replacement === undefined) return fact;
  const original = byId.get(fact.body.corrects);
  if (original === undefined) return fact;
  const read = FACT_BODIES[original.kind].safeParse(fact.body.replacement.body);
  return read.success ? ({ ...fact, kind: original.kind, occurredAt: fact.body.replacement.occurredAt, sources: [...fact.sources, ...original.sources], evidence: [...fact.evidence, ...original.evidence], body: read.data } as Fact) : fact;
}

export type Object_ = (field: string, problem: string, remedy: string, value?: unknown) => void;
export type Refer = (field: string, value: string | undefined, among: ReadonlyMap<string, unknown>, noun: string) => void;

function checkEnvelope(fact: Fact, known: Register, object: Object_, refer: Refer): void {
  for (const source of fact.sources) refer('sources', source, known.sources, 'source');
  if (fact.recordedAt < fact.occurredAt) object('recordedAt', 'it was recorded before it occurred', `write an instant from ${writeInstant(fact.occurredAt)} on, or nothing`, writeInstant(fact.recordedAt));
  if (known.opened === null) object('operation', 'the operation has not been opened', 'begin with its settings: the sheet operation', fact.operation);
  if ((fact.kind === 'count.reported' || fact.kind === 'census.reported') && fact.sources.length === 0) object('sources', 'a count without a source is worth nothing', 'name the source that reported it', null);
}

function checkPlaces(fact: Fact, known: Register, object: Object_, refer: Refer): void {
  const run = (from: Place | undefined, to: Place | undefined, body: { departs: Parameters<typeof timed>[0]['departs']; arrives: Parameters<typeof timed>[0]['arrives'] }): void => {
    if (from === undefined || to === undefined) return;
    const times = timed(body, from, to);
    if (!times.ok) object(times.error.field, times.error.problem, times.error.problem.includes('before') ? `write an arrival after ${body.departs}, in the local time of ${to.place}` : 'write a local time that the clocks show');
  };
  const ends = ({ from, to }: { from: Place['place']; to: Place['place'] }): void => {
    refer('from', from, known.places, 'place');
    refer('to', to, known.places, 'place');
    if (from === to) object('to', 'it goes to where it starts', 'name another place');
  };
  if (isKind(fact, 'item.registered')) {
    const { leastCartonGrams, mostCartonGrams, cartonGrams, leastUnitsPerCarton, mostUnitsPerCarton, unitsPerCarton, cartonsPerPallet } = fact.body;
    if (leastCartonGrams > cartonGrams || cartonGrams > mostCartonGrams) object('cartonGrams', 'it lies outside its own plausible range', 'widen the range or correct the weight', cartonGrams / 1000);
    if (leastUnitsPerCarton > unitsPerCarton || unitsPerCarton > mostUnitsPerCarton) object('unitsPerCarton', 'it lies outside its own plausible range', 'widen the range or correct the number');
    const layered = layeredCartonsPerPallet(fact.body);
    if (layered > 0 && cartonsPerPallet > layered * 1.25) object('cartonsPerPallet', `at most about ${layered} such cartons stand on a EUR pallet`, `write ${layered} or fewer, or correct the carton's size`);
  } else if (isKind(fact, 'place.registered')) {
    if ((fact.body.opens === undefined) !== (fact.body.closes === undefined)) object(fact.body.opens === undefined ? 'opens' : 'closes', 'a place that opens also closes', 'give both times, or neither for always open');
  } else if (isKind(fact, 'recipient.registered')) refer('place', fact.body.place, known.places, 'place');
  else if (isKind(fact, 'service.registered')) ends(fact.body);
  else if (isKind(fact, 'departure.scheduled')) {
    refer('service', fact.body.service, known.services, 'service');
    const service = known.services.get(fact.body.service);
    if (service !== undefined) run(known.places.get(service.from), known.places.get(service.to), fact.body);
  } else if (isKind(fact, 'charter.offered')) {
    ends(fact.body);
    run(known.places.get(fact.body.from), known.places.get(fact.body.to), fact.body);
  } else if (isKind(fact, 'rule.set') || isKind(fact, 'paper.held')) {
    if (fact.body.validUntil !== undefined && fact.body.validUntil < fact.body.validFrom) object('validUntil', 'it ends before it begins', `write ${fact.body.validFrom} or later, or nothing`);
    if (fact.kind === 'rule.set' && (fact.body.effect === 'paper') !== (fact.body.paper !== undefined)) object('paper', fact.body.effect === 'paper' ? 'the rule asks for a paper, and does not say which' : 'a closed border is opened by no paper', fact.body.effect === 'paper' ? 'name the paper, such as export-authorisation' : 'leave it empty, or write the effect paper');
  }
}

function checkPromise(fact: Fact, known: Register, object: Object_, refer: Refer): void {
  if (isKind(fact, 'claim.recorded')) {
    refer('item', fact.body.item, known.items, 'item');
    if (known.claims.filter(({ claim }) => claim.claim === fact.body.claim).length > 1) object('claim', `there is a claim ${fact.body.claim} already`, 'give this one a code of its own, or correct that one');
    refer('consignment', fact.body.consignment, known.consignments, 'consignment');
    refer('place', fact.body.place, known.places, 'place');
    if (fact.sources.length + fact.evidence.length === 0 && fact.body.link === undefined && fact.body.snapshot === undefined) object('link', 'a claim without a source is worth nothing', 'give its link, a snapshot of the page, or the id of a source that is on record', null);
    if (fact.body.pledge !== undefined && ![...known.pledges.values()].some((row) => row.pledge === fact.body.pledge)) refer('pledge', fact.body.pledge, new Map([...known.pledges.values()].map((row) => [row.pledge, row])), 'pledge');
  } else if (isKind(fact, 'position.taken')) {
    const said = new Map(known.claims.map(({ claim }) => [claim.claim, claim]));
    for (const claim of fact.body.claims) refer('claims', claim, said, 'claim');
  } else if (isKind(fact, 'pledge.made')) refer('item', fact.body.item, known.items, 'item');
  else if (isKind(fact, 'earmark.set')) {
    const { pledge, item, areas, recipients } = fact.body;
    for (const recipient of recipients) refer('recipients', recipient, known.recipients, 'recipient');
    if (areas.length + recipients.length === 0) object('areas', 'an earmark is for somebody', 'name areas, recipients or both', '');
    const row = known.pledges.get(pledgeKey(pledge, item));
    if (row === undefined) { refer('pledge', pledge, new Map([...known.pledges.values()].filter((it) => it.item === item).map((it) => [it.pledge, it])), `pledge of ${item}`); return; }
    const bound = [...known.earmarks.values()].reduce((sum, it) => sum + (it.pledge === pledge && it.item === item ? it.units : 0), 0);
    if (bound > row.units && known.earmarks.get(fact.body.earmark) === fact.body) object('units', `earmarks of pledge ${pledge} bind ${bound} units of ${item}, but only ${row.units} are pledged`, `lower this earmark by ${bound - row.units} units, or amend the pledge`);
  }
}

function checkWay(fact: Fact, known: Register, object: Object_, refer: Refer): void {
  const body = fact.body as { place?: string; recipient?: string; lot?: string; route?: string[] };
  if (isKind(fact, 'consignment.announced')) {
    refer('from', fact.body.from, known.places, 'place');
    refer('to', fact.body.to, known.places, 'place');
    if (fact.body.plannedArrival <= fact.body.plannedDeparture) object('plannedArrival', 'it arrives before it leaves', `write an instant after ${writeInstant(fact.body.plannedDeparture)}`, writeInstant(fact.body.plannedArrival));
  } else if (isKind(fact, 'lot.announced')) {
    const { item, consignment, pledge, earmark } = fact.body;
    refer('item', item, known.items, 'item');
    refer('consignment', consignment, known.consignments, 'consignment');
    if (!known.pledges.has(pledgeKey(pledge, item))) refer('pledge', pledge, new Map([...known.pledges.values()].filter((row) => row.item === item).map((row) => [row.pledge, row])), `pledge of ${item}`);
    refer('earmark', earmark, known.earmarks, 'earmark');
    const bound = earmark === undefined ? undefined : known.earmarks.get(earmark);
    if (bound !== undefined && (bound.pledge !== pledge || bound.item !== item)) object('earmark', `earmark ${bound.earmark} is of pledge ${bound.pledge}, ${bound.item}`, 'name an earmark of the same pledge and item, or none');
    const master = known.items.get(item);
    if (master !== undefined) for (const { field, problem } of implausible(fact.body, master)) object(field, problem, 'correct the figure, or the item master if the carton is really another');
  } else if (isKind(fact, 'document.filed')) refer('consignment', fact.body.consignment, known.consignments, 'consignment');
  else if (/^(consignment|goods|customs|dispatch)\./.test(fact.kind)) {
    refer('place', body.place, known.places, 'place');
    refer('recipient', body.recipient, known.recipients, 'recipient');
    refer('lot', body.lot, known.lots, 'lot');
    for (const departure of body.route ?? []) if (charterOfRun(known, departure) === undefined) refer('route', departure, known.departures, 'departure');
  }
}

function checkNeedAndPlan(fact: Fact, known: Register, refer: Refer, object: Object_): void {
  if (isKind(fact, 'need.reported') || isKind(fact, 'stock.reported')) {
    refer('recipient', fact.body.recipient, known.recipients, 'recipient');
    refer('item', fact.body.item, known.items, 'item');
    if (fact.kind === 'need.reported' && fact.body.until <= fact.body.from) object('until', 'the window ends before it begins', `write an instant after ${writeInstant(fact.body.from)}`, writeInstant(fact.body.until));
  } else if (isKind(fact, 'counts.published') || isKind(fact, 'counts.imported') || isKind(fact, 'counts.mapping-learned') || isKind(fact, 'count-feed.set')) {
    refer('series', fact.body.series, known.sources, 'source');
    if (fact.kind === 'counts.published') checkPublication(fact.body, object);
  } else if (isKind(fact, 'census.reported')) checkCensus(fact.body, known, refer, object);
  else if (isKind(fact, 'need.parameter-set')) refer('item', fact.body.item, known.items, 'item');
  else if (isKind(fact, 'count.reported')) {
    if (fact.body.deaths !== undefined && fact.body.deaths > fact.body.cases) object('deaths', 'there are more deaths than cases', 'check whether the two columns are exchanged');
  } else if (isKind(fact, 'plan.approved') || isKind(fact, 'plan.frozen') || isKind(fact, 'plan.overridden')) {
    refer('plan', fact.body.plan, known.plans, 'plan');
    const lines = new Map((known.plans.get(fact.body.plan)?.proposed.lines ?? []).map((line) => [line.line, line]));
    if (fact.kind === 'plan.frozen') for (const line of fact.body.lines) refer('lines', line, lines, `line of plan ${fact.body.plan}`);
    if (fact.kind === 'plan.overridden') refer('line', fact.body.line, lines, `line of plan ${fact.body.plan}`);
  } else if (isKind(fact, 'plan.forbidden')) {
    refer('recipient', fact.body.recipient, known.recipients, 'recipient');
    refer('lot', fact.body.lot, known.lots, 'lot');
    if (charterOfRun(known, fact.body.departure) === undefined) refer('departure', fact.body.departure, known.departures, 'departure');
  }
}

function checkPublication({ areas: rows }: BodyOf<'counts.published'>, object: Object_): void {
  const areas = rows.map(({ area }) => area);
  const twice = areas.find((area, k) => areas.indexOf(area) !== k);
  if (twice !== undefined) object('areas', `${twice} stands twice`, 'give each area one row', twice);
  const empty = rows.find(({ cases, deaths, wards, intensiveCare }) => [cases, deaths, wards, intensiveCare].every((figure) => figure === undefined));
  if (empty !== undefined) object('areas', `${empty.area} has no figure`, 'give it one, or leave the row out', empty.area);
}

function checkCensus({ area, recipient }: BodyOf<'census.reported'>, known: Register, refer: Refer, object: Object_): void {
  refer('recipient', recipient, known.recipients, 'recipient');
  const own = recipient === undefined ? undefined : known.recipients.get(recipient)?.area;
  if (own !== undefined && own !== area) object('area', `${recipient} is in ${own}, not in ${area}`, `write ${own}`, area);
}

function checkCorrection(fact: Fact & { kind: 'correction.made' }, byId: ReadonlyMap<string, Fact>, object: Object_): void {
  const original = byId.get(fact.body.corrects);
  if (original === undefined) return object('corrects', 'there is no such fact', 'name the id of a fact of this operation');
  if (original.kind === 'correction.made') return object('corrects', 'that fact is a correction itself', `correct the original again: ${original.body.corrects}`);
  if (original.kind === 'operation.opened' && fact.body.replacement === undefined) return object('corrects', 'an operation cannot be struck out', 'give a replacement with the right settings');
  if (fact.body.replacement === undefined) return undefined;
  const read = FACT_BODIES[original.kind].safeParse(fact.body.replacement.body);
  if (!read.success) object('replacement', `it is not a body of ${original.kind}: ${read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`, 'give the whole body as it should have been', null);
  return undefined;
}
