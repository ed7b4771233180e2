// What the routes about promises and custody answer. Keys only ever gain company: other people's scripts hold on to them.

import { z } from 'zod';

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
  landedShare: z.number().describe('everLanded ÷ promised.'),
  verdict: z.enum(['kept', 'on-course', 'at-risk', 'broken']),
  expectedBy: z.string().nullable(),
  why: z.string(),
});

export const StatusReport = z
  .looseObject({ asOf: z.string(), promises: z.array(PromiseStatus) })
  .meta({ id: 'StatusReport', description: 'Each promise × item: promised + surplus = outstanding + consigned + inTheAir + atHub + onward + delivered + lost.' });

export const AuditReport = z
  .looseObject({ ok: z.boolean(), facts: z.int(), rows: z.array(z.looseObject({ pledge: z.string(), item: z.string(), ...Balances })), problems: z.array(z.unknown()) })
  .meta({ id: 'AuditReport', description: 'An independent replay of the journal, held against the ledger.' });
