// Requests and the need that comes of them, as they stand: a fold of their facts into the register. One way leads from a request
// to need: its acceptance. Its lines then stand beside what was reported; those that count within a need of the level above make
// that one smaller by as much, so that a hospital's masks are not asked for twice. A step that cannot be is kept as a fault, for
// admission to refuse.

import type { Fact } from '../facts.ts';
import type { FactId, RequestId } from '../ids.ts';
import type { Register } from '../register.ts';
import type { Instant } from '../time.ts';
import { units as unitCount } from '../units.ts';
import type { NeedReported } from './need.ts';
import { after, type NeedRequested, type OutsideBand, type RequestLine, type RequestState, type RequestStep } from './request.ts';

export interface NeedOnRecord {
  /** What it comes to: without what accepted requests take out of it. */
  readonly need: NeedReported;
  readonly reportedAt: Instant;
  readonly fact: FactId;
  /** As it was reported or accepted. */
  readonly gross: NeedReported;
  /** The request whose acceptance it is; null: it was reported. */
  readonly request: RequestId | null;
  /** Key of a need of the level below → units of it that count within this one. */
  readonly inside: ReadonlyMap<string, number>;
}

export interface RequestMoment {
  readonly at: Instant;
  readonly fact: FactId;
  readonly step: RequestStep | 'request';
  /** A question, an answer, a reason; null: none. */
  readonly text: string | null;
  readonly outside: readonly OutsideBand[];
}

export interface RequestOnRecord {
  readonly requested: NeedRequested;
  readonly at: Instant;
  state: RequestState;
  /** As the last answer left them. */
  lines: readonly RequestLine[];
  /** The request that took its place. */
  replacedBy: RequestId | null;
  /** As accepted; null: it is not. */
  accepted: readonly NeedReported[] | null;
  readonly moments: RequestMoment[];
}

export interface RequestFault {
  readonly fact: FactId;
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

type Known = Pick<Register, 'needs' | 'requests' | 'requestFaults'>;
type OfRequest = Extract<Fact, { kind: 'need.requested' | 'request.asked' | 'request.answered' | 'request.accepted' | 'request.declined' | 'request.withdrawn' }>;

/** Names a need: reported or accepted again under it, it replaces what stood. */
export const needKey = ({ recipient, item, from }: Pick<NeedReported, 'recipient' | 'item' | 'from'>): string => `${recipient}\t${item}\t${from}`;

const netOf = (gross: NeedReported, inside: ReadonlyMap<string, number>): NeedReported => {
  const taken = [...inside.values()].reduce((sum, it) => sum + it, 0);
  return taken === 0 ? gross : { ...gross, units: unitCount(Math.max(0, gross.units - taken)) };
};

/** What counts within a need stays within it when it is reported anew. */
export function enterNeed({ needs }: Pick<Known, 'needs'>, gross: NeedReported, of: Pick<NeedOnRecord, 'reportedAt' | 'fact' | 'request'>): void {
  const key = needKey(gross);
  const inside = needs.get(key)?.inside ?? new Map<string, number>();
  needs.set(key, { ...of, gross, inside, need: netOf(gross, inside) });
}

const STEPS: Readonly<Record<Exclude<OfRequest['kind'], 'need.requested'>, RequestStep>> = { 'request.asked': 'ask', 'request.answered': 'answer', 'request.accepted': 'accept', 'request.declined': 'decline', 'request.withdrawn': 'withdraw' };

export const isOfRequest = (fact: Fact): fact is OfRequest => fact.kind === 'need.requested' || Object.hasOwn(STEPS, fact.kind);

export function enterRequest(known: Known, fact: OfRequest): void {
  const fault = (field: string, problem: string, remedy: string): void => void known.requestFaults.push({ fact: fact.id, field, problem, remedy });
  if (fact.kind === 'need.requested') return file(known, fact, fault);
  const held = known.requests.get(fact.body.request);
  if (held === undefined) return fault('request', `there is no request ${fact.body.request}`, 'file the request first, or name one that was filed');
  if (held.requested.recipient !== fact.body.recipient) return fault('recipient', `request ${fact.body.request} is of ${held.requested.recipient}`, `name ${held.requested.recipient}`);
  const step = STEPS[fact.kind];
  const next = after(held.state, step);
  if (!next.ok) return fault('request', `request ${fact.body.request}: ${next.error.problem}`, next.error.remedy);
  if (fact.kind === 'request.accepted' && !accept(known, held, fact, fault)) return undefined;
  if (fact.kind === 'request.withdrawn') takeBack(known, fact.body.request);
  if (fact.kind === 'request.answered' && fact.body.lines !== undefined) held.lines = fact.body.lines;
  held.state = next.value;
  held.moments.push({ at: fact.occurredAt, fact: fact.id, step, text: textOf(fact), outside: fact.kind === 'request.asked' ? (fact.body.outside ?? []) : [] });
  return undefined;
}

function textOf(fact: Exclude<OfRequest, { kind: 'need.requested' }>): string | null {
  if (fact.kind === 'request.asked') return fact.body.question ?? null;
  return (fact.kind === 'request.answered' ? fact.body.answer : fact.body.reason) ?? null;
}

type Fault = (field: string, problem: string, remedy: string) => void;

function file(known: Known, fact: OfRequest & { kind: 'need.requested' }, fault: Fault): void {
  const { request, recipient, lines, replaces = [] } = fact.body;
  if (known.requests.has(request)) return fault('request', `there is a request ${request} already`, 'give this one a name of its own');
  for (const earlier of replaces) {
    const held = known.requests.get(earlier);
    if (held === undefined || held.requested.recipient !== recipient) return fault('replaces', `${recipient} has no request ${earlier}`, 'name a request of the same recipient');
    const next = after(held.state, 'replace');
    if (!next.ok) return fault('replaces', `request ${earlier}: ${next.error.problem}`, next.error.remedy);
    held.state = next.value;
    held.replacedBy = request;
    held.moments.push({ at: fact.occurredAt, fact: fact.id, step: 'replace', text: null, outside: [] });
  }
  known.requests.set(request, { requested: fact.body, at: fact.occurredAt, state: 'open', lines, replacedBy: null, accepted: null, moments: [{ at: fact.occurredAt, fact: fact.id, step: 'request', text: null, outside: [] }] });
  return undefined;
}

/** Either all of its lines become need, or none. */
function accept(known: Known, held: RequestOnRecord, fact: OfRequest & { kind: 'request.accepted' }, fault: Fault): boolean {
  const { request, recipient, lines } = fact.body;
  for (const line of lines) {
    const own = (from: Instant): string => needKey({ recipient, item: line.item, from });
    const gone = line.replaces?.find((from) => !known.needs.has(own(from)));
    const leaves = new Set([line.from, ...(line.replaces ?? [])].map(own));
    const above = line.within?.map((it) => ({ ...it, key: needKey({ ...it, item: line.item }) })).find(({ key }) => leaves.has(key) || !known.needs.has(key));
    if (gone !== undefined) fault('lines', `${recipient} has no need of ${line.item} from ${gone} that could be replaced`, 'look at the request again: what it stands beside has changed');
    else if (above !== undefined) fault('lines', `there is no need of ${line.item} of ${above.recipient} from ${above.from} that it could count within`, 'look at the request again: what it stands beside has changed');
    else continue;
    return false;
  }
  for (const { item, from: begins, replaces = [] } of lines) for (const from of [begins, ...replaces]) remove(known, needKey({ recipient, item, from }));
  held.accepted = lines.map(({ item, units, from, until, severity }) => ({ recipient, item, units, from, until, severity }));
  for (const need of held.accepted) enterNeed(known, need, { reportedAt: fact.occurredAt, fact: fact.id, request });
  for (const line of lines) countWithin(known, needKey({ ...line, recipient }), line.units, (line.within ?? []).map((it) => needKey({ ...it, item: line.item })));
  return true;
}

/** The earliest window first, each as far as it reaches. */
function countWithin({ needs }: Pick<Known, 'needs'>, own: string, asked: number, above: readonly string[]): void {
  let left = asked;
  for (const key of above.toSorted()) {
    const held = needs.get(key);
    const taken = Math.min(left, held?.need.units ?? 0);
    if (held === undefined || taken === 0) continue;
    const inside = new Map(held.inside).set(own, (held.inside.get(own) ?? 0) + taken);
    needs.set(key, { ...held, inside, need: netOf(held.gross, inside) });
    left -= taken;
  }
}

/** A need goes, and those above have back what it took out of them. */
function remove({ needs }: Pick<Known, 'needs'>, own: string): void {
  needs.delete(own);
  for (const [key, held] of needs) {
    if (!held.inside.has(own)) continue;
    const inside = new Map([...held.inside].filter(([of]) => of !== own));
    needs.set(key, { ...held, inside, need: netOf(held.gross, inside) });
  }
}

/** What its acceptance made need is need no longer. */
function takeBack(known: Pick<Known, 'needs'>, request: RequestId): void {
  for (const key of [...known.needs].flatMap(([own, held]) => (held.request === request ? [own] : []))) remove(known, key);
}
