// A request for need: what a recipient asks for, and what becomes of it. Asked, a question back, an answer, accepted, declined,
// withdrawn: each is a fact, and a request passes from state to state by this table alone. Accepted lines are need from then on
// (requests-on-record.ts). Not here: whether it says the same as another (request-overlaps.ts).

import { z } from 'zod';
import { ItemCode, RecipientId, RequestId, Sha256 } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { Instant } from '../time.ts';
import { Units } from '../units.ts';
import { Severity } from './need.ts';

const Text = z.string().trim().min(1).max(2000);
const SomeUnits = Units.refine((n) => n > 0, 'at least one unit');

/** What is asked of one item for a due window [from, until). `why`: in the requester's own words. */
export const RequestLine = z.strictObject({ item: ItemCode, units: SomeUnits, from: Instant, until: Instant, severity: Severity, why: Text.optional() });
export type RequestLine = z.infer<typeof RequestLine>;

/** How many lines one request holds: more are several recipients' or a sheet of another kind. */
export const MOST_LINES = 200;

export const RequestVia = z.enum(['link', 'sheet', 'api', 'desk']);
export type RequestVia = z.infer<typeof RequestVia>;

export const NeedRequested = z.strictObject({
  request: RequestId,
  recipient: RecipientId,
  lines: z.array(RequestLine).min(1).max(MOST_LINES),
  /** Commitment to the name of who signed; the name lies in the vault. */
  requestedBy: Sha256.optional(),
  via: RequestVia,
  /** Requests of the same recipient that waited, and whose place this one takes. */
  replaces: z.array(RequestId).optional(),
});
export type NeedRequested = z.infer<typeof NeedRequested>;

/** A line whose quantity the estimate does not bear out, with the figures of the day on which it was asked about. */
export const OutsideBand = z.strictObject({ item: ItemCode, from: Instant, asked: Units, low: Units, central: Units, high: Units, bound: z.enum(['below', 'above']) });
export type OutsideBand = z.infer<typeof OutsideBand>;

/** A question back: a person's words, figures that do not fit, or both. */
export const RequestAsked = z
  .strictObject({ request: RequestId, recipient: RecipientId, question: Text.optional(), outside: z.array(OutsideBand).optional() })
  .refine(({ question, outside }) => question !== undefined || (outside?.length ?? 0) > 0, 'a question has words or figures');
export type RequestAsked = z.infer<typeof RequestAsked>;

/** What the requester says to it. Lines: the whole request as it then stands; absent: as it was. */
export const RequestAnswered = z.strictObject({ request: RequestId, recipient: RecipientId, answer: Text, lines: z.array(RequestLine).min(1).max(MOST_LINES).optional(), answeredBy: Sha256.optional() });
export type RequestAnswered = z.infer<typeof RequestAnswered>;

/** What becomes need. `within`: needs, of the level above or longer ones of its own, that hold these units already, so that they count inside and not on top; `replaces`: own needs of the item, by the beginning of their window, whose place they take. */
export const AcceptedLine = RequestLine.omit({ why: true }).extend({
  within: z.array(z.strictObject({ recipient: RecipientId, from: Instant })).optional(),
  replaces: z.array(Instant).optional(),
});
export type AcceptedLine = z.infer<typeof AcceptedLine>;

export const RequestAccepted = z.strictObject({ request: RequestId, recipient: RecipientId, lines: z.array(AcceptedLine).min(1).max(MOST_LINES), reason: Text.optional() });
export type RequestAccepted = z.infer<typeof RequestAccepted>;
export const RequestDeclined = z.strictObject({ request: RequestId, recipient: RecipientId, reason: Text });
export type RequestDeclined = z.infer<typeof RequestDeclined>;
export const RequestWithdrawn = z.strictObject({ request: RequestId, recipient: RecipientId, reason: Text.optional() });
export type RequestWithdrawn = z.infer<typeof RequestWithdrawn>;

export const REQUEST_STATES = ['open', 'asked', 'answered', 'accepted', 'declined', 'withdrawn', 'replaced'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const REQUEST_STEPS = ['ask', 'answer', 'accept', 'decline', 'withdraw', 'replace'] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** Whose turn it is; null: nobody's. */
export const waitsFor = (state: RequestState): 'person' | 'requester' | null => (state === 'open' || state === 'answered' ? 'person' : state === 'asked' ? 'requester' : null);

const WAITING = { ask: 'asked', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', replace: 'replaced' } as const;

/** State → step → the state after it. What is not here cannot happen. */
const TABLE: Readonly<Record<RequestState, Readonly<Partial<Record<RequestStep, RequestState>>>>> = {
  open: WAITING,
  asked: { ...WAITING, answer: 'answered' },
  answered: WAITING,
  // What is needed no longer is said so; anything else about a decision is put right by correcting it.
  accepted: { withdraw: 'withdrawn' },
  declined: {},
  withdrawn: {},
  replaced: {},
};

const NEXT: Readonly<Record<RequestState, string>> = {
  open: 'ask, accept, decline or withdraw it',
  asked: 'wait for the answer, or accept, decline or withdraw it',
  answered: 'ask again, accept, decline or withdraw it',
  accepted: 'correct the acceptance, or withdraw the request',
  declined: 'correct the refusal, or file the request anew',
  withdrawn: 'file the request anew',
  replaced: 'turn to the request that took its place',
};

export interface ImpossibleStep {
  readonly problem: string;
  readonly remedy: string;
}

const DONE: Readonly<Record<RequestStep, string>> = { ask: 'asked about', answer: 'answered', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', replace: 'replaced' };

/** The state after a step. */
export function after(state: RequestState, step: RequestStep): Result<RequestState, ImpossibleStep> {
  const next = TABLE[state][step];
  return next === undefined ? err({ problem: `a request that is ${state} cannot be ${DONE[step]}`, remedy: NEXT[state] }) : ok(next);
}
