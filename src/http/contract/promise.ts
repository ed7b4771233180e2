// What the routes about promises and custody answer. Keys only ever gain company: other people's scripts hold on to them.

import { z } from 'zod';
import { SpokenPhrase } from './phrase.ts';

const units = z.int().min(0);

const Balances = {
  promised: units.describe('Net of amendments and withdrawals.'),
  surplus: units.describe('Arrived beyond the pledge.'),
  outstanding: units.describe('Promised, not yet on a waybill.'),
  consigned: units,
  inTheAir: units,
  atHub: units.describe('Landed, quarantined, held, available or allocated.'),
  onward: units,
  delivered: units,
  lost: units.describe('Lost, damaged, seized, refused, recalled or destroyed.'),
};

const PromiseStatus = z.looseObject({
  pledge: z.string(),
  donor: z.string(),
  item: z.string(),
  scope: z.string(),
  ...Balances,
  accepted: units.describe('Of which of delivered.'),
  everLanded: units,
  everDelivered: units,
  everConsigned: units,
  deliveredShare: z.number().describe('everDelivered ÷ promised.'),
  landedShare: z.number().describe('everLanded ÷ promised; 0 where nothing is promised any more.'),
  verdict: z.enum(['kept', 'on-course', 'at-risk', 'broken']),
  expectedBy: z.string().nullable(),
  why: z.string(),
  because: z.array(SpokenPhrase).describe('`why` as phrases.'),
});

const ClaimStatus = z.looseObject({ claim: z.string(), at: z.string(), author: z.string(), summary: z.string(), item: z.string().nullable(), units: units.nullable(), pledge: z.string().nullable(), stance: z.enum(['supports', 'contradicts', 'context']), about: z.string().nullable(), language: z.string(), link: z.string().nullable() });
const ContradictionStatus = z.looseObject({ contradiction: z.string(), pledge: z.string().nullable(), state: z.enum(['open', 'reopened', 'settled', 'context']), why: z.string(), because: z.array(SpokenPhrase).describe('`why` as phrases.') });
const DiscrepancyStatus = z.looseObject({ opened: z.string(), lot: z.string(), kind: z.enum(['beyond-pledge', 'short', 'surplus']), expected: units, found: units });

export const StatusReport = z
  .looseObject({
    operation: z.string(),
    name: z.string(),
    asOf: z.string(),
    knownAt: z.string().nullable(),
    promises: z.array(PromiseStatus).describe('promised + surplus = outstanding + consigned + inTheAir + atHub + onward + delivered + lost'),
    claims: z.array(ClaimStatus).describe('What was said in public, beside what the operation accepts.'),
    contradictions: z.array(ContradictionStatus).describe('What does not agree among claims, pledges and ledger; GET …/promises has the readings.'),
    discrepancies: z.array(DiscrepancyStatus).describe('Counts that differ from what was sent and that nobody has resolved yet.'),
    plan: z.looseObject({ plan: z.string(), recorded: z.boolean() }).describe('The plan that the verdicts rest on.'),
    notes: z.array(z.string()),
    noted: z.array(SpokenPhrase).describe('`notes` as phrases.'),
  })
  .meta({ id: 'StatusReport' });

export const AuditReport = z
  .looseObject({ ok: z.boolean(), facts: z.int(), rows: z.array(z.looseObject({ operation: z.string(), pledge: z.string(), item: z.string(), ...Balances })), problems: z.array(z.string()) })
  .meta({ id: 'AuditReport', description: 'An independent replay of the journal, held against the ledger.' });
